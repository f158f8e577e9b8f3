package auralis.app.transcript;

import auralis.library.export.OverwritePolicy;
import auralis.library.media.TextFile;
import auralis.library.transcript.LineRules;
import auralis.library.transcript.Transcript;
import auralis.library.transcript.TranscriptFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which files a transcript is written into, and how.
 *
 * @param source the recording, whose name they get; it is never written
 */
record ScriptFiles(
        Path source,
        Path folder,
        List<TranscriptFormat> formats,
        LineRules rules,
        OverwritePolicy ifExists) {
    /**
     * One of them.
     *
     * @param skipped because it is there
     */
    record Planned(TranscriptFormat format, Path file, boolean skipped) {}

    /** What is going to happen; on a worker. */
    List<Planned> plan() {
        List<Planned> planned = new ArrayList<>();
        Set<Path> taken = new HashSet<>();
        taken.add(source);
        for (TranscriptFormat format : formats) {
            Path file = folder.resolve(name() + ending(format));
            boolean there = Files.exists(file);
            if (file.equals(source) || there && ifExists == OverwritePolicy.NUMBER) {
                file = numbered(format, taken);
                there = false;
            }
            taken.add(file);
            planned.add(new Planned(format, file, there && ifExists == OverwritePolicy.SKIP));
        }
        return planned;
    }

    /**
     * Writes them, each whole or not at all; on a worker.
     *
     * @return those that were written
     */
    List<Path> write(Transcript transcript) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Planned one : plan()) {
            if (!one.skipped()) {
                write(one.file(), one.format().write(transcript, rules));
                written.add(one.file());
            }
        }
        return written;
    }

    private static void write(Path file, String content) throws IOException {
        try (TextFile text = TextFile.write(file, content)) {
            text.commit();
        }
    }

    private Path numbered(TranscriptFormat format, Set<Path> taken) {
        int number = 2;
        while (true) {
            Path file = folder.resolve(name() + " (" + number++ + ")" + ending(format));
            if (!Files.exists(file) && !taken.contains(file)) {
                return file;
            }
        }
    }

    private String name() {
        String name = source.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Both kinds of lyrics end alike; side by side one of them says what it is. */
    private String ending(TranscriptFormat format) {
        boolean both =
                format == TranscriptFormat.LRC_WORDS && formats.contains(TranscriptFormat.LRC);
        return (both ? ".words." : ".") + format.extension();
    }
}
