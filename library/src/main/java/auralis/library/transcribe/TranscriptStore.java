package auralis.library.transcribe;

import auralis.dsp.speech.Span;
import auralis.library.json.Json;
import auralis.library.media.ContentSignature;
import auralis.library.media.Media;
import auralis.library.media.TextFile;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import auralis.library.transcript.Transcript;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the latest transcript of each recording, by the content of that. What the user changed
 * outlives what engines make later: changed segments stay where they are, and the whole changed
 * transcript goes into a copy, of which the latest {@value #MOST_COPIES} stay. Any thread.
 */
final class TranscriptStore {
    private static final int MOST_COPIES = 10;
    private static final String ENDING = ".json";

    private final Path folder;

    /**
     * @param key of the work that made it; empty for one that came from elsewhere
     * @param edited whether the user changed it since
     * @param voice where somebody speaks, as far as it was heard
     */
    record Kept(String key, boolean edited, Transcript transcript, List<Span> voice) {
        /** The same, where silences are told from another length on. */
        Transcript withSilences(double silenceSeconds) {
            return transcript.withSilences(
                    Assembly.silences(
                            voice, transcript.segments(), transcript.seconds(), silenceSeconds));
        }
    }

    /**
     * @param folder is made when it is needed
     */
    TranscriptStore(Path folder) {
        this.folder = folder;
    }

    synchronized Optional<Kept> find(Path source) throws IOException {
        Path file = file(source);
        return Files.isRegularFile(file)
                ? Optional.of(Json.read(Files.readString(file), Kept.class))
                : Optional.empty();
    }

    private Path file(Path source) throws IOException {
        try {
            return folder.resolve(ContentSignature.of(source) + ENDING);
        } catch (IOException e) {
            throw Media.explain(source, e);
        }
    }

    /** The same sound in other bytes has the same transcript, unless it has one of its own. */
    synchronized void carry(String content, String changed) throws IOException {
        Path from = folder.resolve(content + ENDING);
        Path to = folder.resolve(changed + ENDING);
        if (Files.isRegularFile(from) && !Files.exists(to)) {
            Files.copy(from, to);
        }
    }

    /** What the user made of it. */
    synchronized void keep(Path source, Transcript edited) throws IOException {
        Optional<Kept> before = find(source);
        String key = before.map(Kept::key).orElse("");
        List<Span> voice = before.map(Kept::voice).orElse(List.of());
        write(file(source), new Kept(key, true, edited, voice));
    }

    /**
     * What an engine made.
     *
     * @param voice where somebody speaks
     * @return the same with what the user had changed
     */
    synchronized Transcript put(Path source, String key, Transcript made, List<Span> voice)
            throws IOException {
        Path file = file(source);
        Optional<Kept> before = find(source).filter(Kept::edited);
        if (before.isPresent()) {
            copy(file);
        }
        Transcript kept = before.map(edited -> withEdits(made, edited.transcript())).orElse(made);
        boolean edited = kept.segments().stream().anyMatch(TranscriptStore::isEdited);
        write(file, new Kept(key, edited, kept, voice));
        return kept;
    }

    private static void write(Path file, Kept kept) throws IOException {
        try (TextFile text = TextFile.write(file, Json.write(kept))) {
            text.commit();
        }
    }

    private void copy(Path file) throws IOException {
        List<Path> copies = copies(file);
        int next = copies.isEmpty() ? 1 : number(copies.get(copies.size() - 1)) + 1;
        String name = name(file) + "." + next + ENDING;
        Files.copy(file, file.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
        for (int i = 0; i <= copies.size() - MOST_COPIES; i++) {
            Files.deleteIfExists(copies.get(i));
        }
    }

    /** The oldest first. */
    private List<Path> copies(Path file) throws IOException {
        List<Path> copies = new ArrayList<>();
        String pattern = name(file) + ".*" + ENDING;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            files.forEach(copies::add);
        }
        copies.sort(Comparator.comparingInt(TranscriptStore::number));
        return copies;
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private static int number(Path copy) {
        String digits = copy.getFileName().toString().replaceFirst(".*\\.(\\d+)\\.json$", "$1");
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    /** Segments that the user changed, in the place of what the engine heard there. */
    private static Transcript withEdits(Transcript made, Transcript edited) {
        List<Segment> edits = edited.segments().stream().filter(TranscriptStore::isEdited).toList();
        Voices theirs = new Voices(edits.stream().map(TranscriptStore::span).toList());
        Stream<Segment> others =
                made.segments().stream()
                        .filter(
                                segment ->
                                        theirs.within(span(segment))
                                                <= span(segment).seconds() / 2);
        return made.with(
                Stream.concat(edits.stream(), others)
                        .sorted(Comparator.comparingDouble(Segment::start))
                        .toList());
    }

    private static boolean isEdited(Segment segment) {
        return segment.marks().contains(Mark.EDITED);
    }

    private static Span span(Segment segment) {
        return new Span(segment.start(), segment.end());
    }
}
