package auralis.app.command;

import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.effect.RackSettings;
import auralis.library.Library;
import auralis.library.export.EffectRequest;
import auralis.library.export.ExportPlanner;
import auralis.library.export.ExportPlanner.PlannedEffect;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "effects",
        description = {
            "Sends files through effects (reverb, delay, …) without mastering them.",
            "For both use \"master --effects\".",
            "What was interrupted goes on with the same command, or \"jobs run\".",
            "",
            "Example: effects song.wav --out there --chain"
                    + " '[{\"effect\":\"reverb\",\"values\":{\"roomSize\":0.8}}]'"
        })
final class EffectsCommand extends FileCommand {
    private static final int LONGEST_TAIL = 600;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files, or folders of files.")
    private List<Path> files = List.of();

    @Option(names = "--list", description = "Tells which effects there are and what can be set.")
    private boolean list;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to.")
    private Path folder;

    @Option(
            names = "--chain",
            paramLabel = "JSON|FILE",
            description =
                    "The effects in order, each {\"effect\": id, \"on\": true, \"values\": {…}};"
                            + " what is not said is as usual.")
    private String chain;

    @Option(
            names = "--tail",
            paramLabel = "SECONDS",
            description =
                    "How much longer than its source the result is, so that echoes and"
                            + " reverberation fade (default 0: the same length).")
    private double tailSeconds;

    @Mixin private OutputOptions output;

    @Spec private CommandSpec spec;

    /** The whole answer. */
    private record Answer(List<EffectedFile> files) {}

    @Override
    List<Path> inputs() {
        return files;
    }

    @Override
    boolean needsFiles() {
        return !list;
    }

    @Override
    int run(Library library, List<Path> found) throws IOException, InterruptedException {
        if (list) {
            tell(EffectList.of(library.effects()));
            return RootCommand.DONE;
        }
        RackSettings rack = rack(library.effects());
        requireTail();
        OutputFormat format = output.format(rack.isNeutral());
        NameTemplate template = output.template();
        Path out = output.folder(required("--out", folder));
        List<Path> sources = NamingOptions.withoutResults(files, found, out);
        List<EffectRequest> requests =
                sources.stream()
                        .map(
                                file ->
                                        new EffectRequest(
                                                file,
                                                out,
                                                rack,
                                                tailSeconds,
                                                format,
                                                template,
                                                output.ifExists()))
                        .toList();
        List<EffectedFile> answers;
        try (QueueWork work = new QueueWork(library, root().quiet)) {
            List<Piece<EffectRequest>> pieces = pieces(requests, work.queue().targets());
            answers = work.map(pieces, JobQueue.usualAtOnce(), EffectedFile::of, this::tell);
        }
        if (json()) {
            print(new Answer(answers));
        }
        return exitCode(answers.stream().anyMatch(answer -> answer.error().isPresent()));
    }

    private void tell(EffectList effects) {
        if (json()) {
            print(effects);
        } else {
            say(effects.text());
        }
    }

    private RackSettings rack(EffectCatalogue catalogue) {
        return RackArgument.parse(spec, "--chain", required("--chain", chain), catalogue);
    }

    private <T> T required(String option, T value) {
        if (value == null) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required option: '" + option + "'");
        }
        return value;
    }

    private void requireTail() {
        if (!(tailSeconds >= 0 && tailSeconds <= LONGEST_TAIL)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--tail is 0 to " + LONGEST_TAIL + " seconds, not " + tailSeconds + ".");
        }
    }

    /** What is to be done about each file, once it is clear for all what they will be called. */
    private List<Piece<EffectRequest>> pieces(List<EffectRequest> requests, Set<Path> taken)
            throws IOException, InterruptedException {
        List<EffectRequest> usable =
                requests.stream().filter(file -> problem(file.source()).isEmpty()).toList();
        try (ProgressLine progress = progress("files")) {
            return Stream.concat(
                            ExportPlanner.planEffects(usable, taken, progress).stream()
                                    .map(EffectsCommand::piece),
                            requests.stream()
                                    .filter(file -> problem(file.source()).isPresent())
                                    .map(file -> Piece.refused(file, problem(file.source()).get())))
                    .toList();
        }
    }

    private static Piece<EffectRequest> piece(PlannedEffect planned) {
        return Piece.of(
                planned.order().request(),
                planned.order().source(),
                planned.skipped(),
                planned.problem(),
                new JobQueue.Order(new Work.Effects(planned.order()), planned.audioSeconds()));
    }

    private void tell(EffectedFile answer) {
        if (answer.error().isPresent()) {
            tellFailure(Path.of(answer.source()), answer.error().get());
        } else if (!json()) {
            say(text(answer));
        }
    }

    private static String text(EffectedFile answer) {
        if (answer.output().isEmpty()) {
            return Words.printable(answer.source()) + ": skipped, there is a result already\n";
        }
        StringBuilder text = new StringBuilder();
        text.append(Words.printable(answer.source())).append('\n');
        text.append("  after   ").append(Words.of(answer.after().orElseThrow())).append('\n');
        answer.warnings().forEach(line -> text.append("  Note: ").append(line).append('\n'));
        text.append("  ").append(Words.printable(answer.output().get()));
        text.append(String.format(Locale.ROOT, "  (%.0fx real time)%n", answer.realTimeFactor()));
        return text.toString();
    }
}
