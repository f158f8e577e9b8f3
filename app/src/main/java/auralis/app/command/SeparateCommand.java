package auralis.app.command;

import auralis.dsp.separate.Stem;
import auralis.library.Library;
import auralis.library.export.ExportPlanner;
import auralis.library.export.ExportPlanner.PlannedStems;
import auralis.library.export.ExportPlanner.Room;
import auralis.library.export.OutputFormat;
import auralis.library.export.StemRequest;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.media.DiskSpace;
import auralis.library.model.ModelStore;
import auralis.library.separate.SeparationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "separate",
        description = {
            "Takes music apart into vocals, drums, bass and the rest, each in a file of its own.",
            "The stems of a file add up to it. They are kept, so that the same is not computed"
                    + " twice.",
            "What was interrupted goes on with the same command, or \"jobs run\": the file that was"
                    + " being taken apart from its beginning, the others where they were.",
            "",
            "Without a model the quality is basic; see \"models\" for better ones.",
            "",
            "Example: separate song.flac --out stems",
            "Example: separate album --out karaoke --stems 2 --format mp3"
        })
final class SeparateCommand extends FileCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders of files.")
    private List<Path> files = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to.")
    private Path folder;

    @Mixin private SeparationOptions separation;

    @Option(
            names = "--rest",
            paramLabel = "subtract|sum",
            description =
                    "\"instrumental\" and \"rest\" are the music minus the stem (default), or the"
                            + " sum of the other stems.")
    private StemRequest.Rest rest = StemRequest.Rest.SUBTRACT;

    @Option(
            names = "--clip-mode",
            paramLabel = "rescale-all|none",
            description =
                    "Where a stem is too loud for its format: make all of them softer by the same"
                            + " (default), or cut it off.")
    private String clipMode = "rescale-all";

    @Mixin private OutputOptions output;

    /** The whole answer. */
    private record Answer(List<SeparatedFile> files) {}

    @Override
    List<Path> inputs() {
        return files;
    }

    @Override
    int run(Library library, List<Path> found) throws IOException, InterruptedException {
        Path out = output.folder(folder);
        List<StemRequest> requests = requests(library, found, out);
        List<SeparatedFile> answers;
        try (QueueWork work = new QueueWork(library, root().quiet)) {
            List<Piece<StemRequest>> pieces = pieces(requests, work.queue().targets());
            answers = work.map(pieces, JobQueue.usualAtOnce(), SeparatedFile::of, this::tell);
        }
        if (json()) {
            print(new Answer(answers));
        }
        return exitCode(answers.stream().anyMatch(answer -> answer.error().isPresent()));
    }

    private List<StemRequest> requests(Library library, List<Path> found, Path out)
            throws IOException, InterruptedException {
        SeparationSettings settings = separation(library.models());
        List<Stem> wanted = separation.stems(library.separations().stems(settings));
        OutputFormat format = output.format(false);
        StemRequest.Clipping clipping = clipping();
        return NamingOptions.withoutResults(files, found, out).stream()
                .map(
                        file ->
                                new StemRequest(
                                        file,
                                        out,
                                        settings,
                                        wanted,
                                        rest,
                                        clipping,
                                        format,
                                        output.template(),
                                        output.ifExists(),
                                        Optional.empty()))
                .toList();
    }

    private SeparationSettings separation(ModelStore models)
            throws IOException, InterruptedException {
        try (ProgressLine progress = progress("model")) {
            return separation.settings(models, progress);
        }
    }

    private StemRequest.Clipping clipping() {
        return switch (clipMode) {
            case "rescale-all" -> StemRequest.Clipping.RESCALE_ALL;
            case "none" -> StemRequest.Clipping.NONE;
            default -> throw wrong("--clip-mode is rescale-all or none, not " + clipMode + ".");
        };
    }

    /** What is to be done about each file, once it is clear for all what they will be called. */
    private List<Piece<StemRequest>> pieces(List<StemRequest> requests, Set<Path> taken)
            throws IOException, InterruptedException {
        List<StemRequest> usable =
                requests.stream().filter(file -> problem(file.source()).isEmpty()).toList();
        try (ProgressLine progress = progress("files")) {
            List<PlannedStems> planned = ExportPlanner.planStems(usable, taken, progress);
            requireRoom(planned);
            return Stream.concat(
                            planned.stream().map(SeparateCommand::piece),
                            requests.stream()
                                    .filter(file -> problem(file.source()).isPresent())
                                    .map(file -> Piece.refused(file, problem(file.source()).get())))
                    .toList();
        }
    }

    /** Hours of work are not begun that cannot come to an end. */
    private static void requireRoom(List<PlannedStems> planned) throws IOException {
        for (Room room : ExportPlanner.stemRoom(planned)) {
            if (!room.isEnough()) {
                throw new IOException(
                        "The stems need "
                                + DiskSpace.words(room.neededBytes())
                                + ", and the disk of "
                                + room.folder()
                                + " has "
                                + DiskSpace.words(room.usableBytes())
                                + ". Make space, choose another folder by --out or a smaller"
                                + " --format.");
            }
        }
    }

    private static Piece<StemRequest> piece(PlannedStems planned) {
        return Piece.of(
                planned.order().request(),
                planned.order().source(),
                planned.skipped(),
                planned.problem(),
                new JobQueue.Order(new Work.Separate(planned.order()), planned.audioSeconds()));
    }

    private void tell(SeparatedFile answer) {
        if (answer.error().isPresent()) {
            tellFailure(Path.of(answer.source()), answer.error().get());
        } else if (!json()) {
            say(text(answer));
        }
    }

    private static String text(SeparatedFile answer) {
        if (answer.stems().isEmpty()) {
            return Words.printable(answer.source()) + ": skipped, there are results already\n";
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s, %.0fx real time",
                        answer.engine().orElseThrow(),
                        answer.realTimeFactor()));
        answer.stems()
                .forEach(
                        (stem, file) ->
                                lines.add(String.format("%-12s  %s", stem, Words.printable(file))));
        return Words.report(answer.source(), lines, answer.warnings());
    }
}
