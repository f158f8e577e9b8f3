package auralis.app.command;

import auralis.library.Library;
import auralis.library.export.ExportPlanner;
import auralis.library.export.ExportPlanner.PlannedTranscript;
import auralis.library.export.TranscriptRequest;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.media.DiskSpace;
import auralis.library.transcribe.TranscriptionSettings;
import auralis.library.transcribe.TranscriptionSettings.Engine;
import auralis.library.transcript.LineRules;
import auralis.library.transcript.TranscriptFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "transcribe",
        description = {
            "Writes down what is said or sung in sound and video, with the time of each word, and"
                    + " where nobody speaks.",
            "Nothing leaves this computer unless you choose --engine remote.",
            "What was interrupted goes on with the same command, or \"jobs run\". Where a piece"
                + " cannot be recognised the rest is written; the same command with \"--if-exists"
                + " replace\" tries only what is missing.",
            "",
            "Without a model no words are recognised; see \"models\".",
            "",
            "Example: transcribe talk.mp4 --out subtitles --format srt,txt",
            "Example: transcribe song.flac --out lyrics --text words.txt --format lrc",
            "Example: transcribe interviews --out text --engine remote --language de"
        })
final class TranscribeCommand extends FileCommand {
    private static final long WORTH_TELLING_BYTES = 100_000_000;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders of files.")
    private List<Path> files = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to.")
    private Path folder;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "LIST",
            description =
                    "What is written: any of json, srt, vtt, txt, lrc, lrc-words, csv, audacity,"
                            + " with commas between (default json,srt).")
    private List<String> formats = List.of("json", "srt");

    @Option(
            names = "--max-line",
            paramLabel = "N",
            description = "Characters of a line of subtitles, 10 to 200 (default 42).")
    private int maxLine = LineRules.USUAL.maxCharacters();

    @Option(
            names = "--max-lines",
            paramLabel = "N",
            description = "Lines of subtitles at once, 1 to 10 (default 2).")
    private int maxLines = LineRules.USUAL.maxLines();

    @Mixin private ListeningOptions listening;

    @Mixin private NamingOptions naming;

    @Spec private CommandSpec spec;

    /** The whole answer. */
    private record Answer(List<TranscribedFile> files) {}

    @Override
    List<Path> inputs() {
        return files;
    }

    @Override
    int run(Library library, List<Path> found) throws IOException, InterruptedException {
        Path out = naming.folder(folder);
        List<TranscriptRequest> requests = requests(library, found, out);
        List<TranscribedFile> answers;
        try (QueueWork work = new QueueWork(library, root().quiet)) {
            List<Piece<TranscriptRequest>> pieces =
                    pieces(library, requests, work.queue().targets());
            // Each keeps all there is busy.
            answers =
                    work.map(
                            pieces,
                            1,
                            (piece, job) -> TranscribedFile.of(library, piece, job),
                            this::tell);
        }
        if (json()) {
            print(new Answer(answers));
        }
        return exitCode(answers.stream().anyMatch(answer -> answer.error().isPresent()));
    }

    private List<TranscriptRequest> requests(Library library, List<Path> found, Path out)
            throws IOException, InterruptedException {
        List<TranscriptFormat> wanted = wanted();
        LineRules lines = lines();
        TranscriptionSettings settings;
        try (ProgressLine progress = progress("model")) {
            settings = listening.settings(library, progress);
        }
        List<Path> sources = NamingOptions.withoutResults(files, found, out);
        if (listening.knowsText() && sources.size() > 1) {
            throw wrong("--text is of one file, not of " + sources.size() + ".");
        }
        if (settings.engine() == Engine.CLASSIC && listening.wantsWords()) {
            tellNoWords();
        }
        return sources.stream()
                .map(
                        file ->
                                new TranscriptRequest(
                                        file,
                                        settings,
                                        out,
                                        wanted,
                                        lines,
                                        naming.template(),
                                        naming.ifExists(),
                                        Optional.empty()))
                .toList();
    }

    private void tellNoWords() {
        if (!root().quiet) {
            System.err.println(
                    "Without a model no words are recognised, only where somebody speaks. Import"
                            + " one: auralis models import FILE.");
        }
    }

    private List<TranscriptFormat> wanted() {
        Set<TranscriptFormat> wanted = new LinkedHashSet<>();
        for (String word : formats) {
            wanted.add(TranscriptFormat.of(word.strip()).orElseThrow(() -> unknown(word)));
        }
        return List.copyOf(wanted);
    }

    private ParameterException unknown(String word) {
        String all =
                Stream.of(TranscriptFormat.values())
                        .map(TranscriptFormat::word)
                        .collect(Collectors.joining(", "));
        return wrong("--format: there is no \"" + word.strip() + "\", only " + all + ".");
    }

    private LineRules lines() {
        Usage.requireWithin(spec, "--max-line", maxLine, 10, 200, "characters");
        Usage.requireWithin(spec, "--max-lines", maxLines, 1, 10, "lines");
        return new LineRules(maxLine, maxLines);
    }

    /** What is to be done about each file, once it is clear for all what they will be called. */
    private List<Piece<TranscriptRequest>> pieces(
            Library library, List<TranscriptRequest> requests, Set<Path> taken)
            throws IOException, InterruptedException {
        List<TranscriptRequest> usable =
                requests.stream().filter(file -> problem(file.source()).isEmpty()).toList();
        List<PlannedTranscript> planned;
        try (ProgressLine progress = progress("files")) {
            planned =
                    ExportPlanner.planTranscripts(
                            usable, taken, library.transcriptions(), progress);
        }
        tellRoom(planned);
        List<Piece<TranscriptRequest>> pieces = new ArrayList<>();
        planned.forEach(one -> pieces.add(piece(one)));
        for (TranscriptRequest request : requests) {
            problem(request.source())
                    .ifPresent(sentence -> pieces.add(Piece.refused(request, sentence)));
        }
        return pieces;
    }

    /** Files are worked on one after the other: the largest is what matters. */
    private void tellRoom(List<PlannedTranscript> planned) throws IOException {
        long needed =
                planned.stream()
                        .filter(one -> !one.skipped())
                        .mapToLong(PlannedTranscript::needsBytes)
                        .max()
                        .orElse(0);
        if (needed >= WORTH_TELLING_BYTES && !root().quiet) {
            Path data = root().dataFolder();
            System.err.printf(
                    "This needs %s in %s for a while, where %s are free.%n",
                    DiskSpace.words(needed),
                    data,
                    DiskSpace.words(DiskSpace.disk(data).getUsableSpace()));
        }
    }

    private static Piece<TranscriptRequest> piece(PlannedTranscript planned) {
        return Piece.of(
                planned.order().request(),
                planned.order().source(),
                planned.skipped(),
                planned.problem(),
                new JobQueue.Order(new Work.Transcribe(planned.order()), planned.audioSeconds()));
    }

    private void tell(TranscribedFile answer) {
        if (answer.output().isEmpty() && answer.error().isPresent()) {
            tellFailure(Path.of(answer.source()), answer.error().get());
        } else if (!json()) {
            say(text(answer));
        }
    }

    private static String text(TranscribedFile answer) {
        if (answer.output().isEmpty()) {
            return Words.printable(answer.source()) + ": skipped, there are results already\n";
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s%s, %s in %s, %s",
                        answer.engine().orElseThrow(),
                        answer.model().map(model -> " (" + model + ")").orElse(""),
                        count(answer.words(), "word"),
                        count(answer.segments(), "segment"),
                        count(answer.silenceSegments(), "silence")));
        answer.output().stream().map(Words::printable).forEach(lines::add);
        return Words.report(answer.source(), lines, answer.warnings());
    }

    private static String count(List<?> things, String one) {
        return things.size() + " " + one + (things.size() == 1 ? "" : "s");
    }
}
