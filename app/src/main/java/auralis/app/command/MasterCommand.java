package auralis.app.command;

import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.library.Library;
import auralis.library.export.ExportRequest;
import auralis.library.export.ExportResult;
import auralis.library.export.Exporter;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "master", description = "Masters files into a folder; the sources are only read.")
final class MasterCommand extends FileCommand {
    private static final Map<String, Double> TARGETS =
            Map.of("streaming", -14.0, "apple", -16.0, "cd", -9.0, "broadcast", -23.0);

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "What to master.")
    private List<Path> files;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to.")
    private Path folder;

    @Option(
            names = "--preset",
            paramLabel = "NAME|FILE",
            description = "adaptive (default), gentle, warm, bright, punchy, or a JSON file.")
    private String preset = "adaptive";

    @Option(
            names = "--intensity",
            paramLabel = "0..100",
            description = "Percent of everything; 0 is exactly the source (default: the preset's).")
    private Double intensity;

    @Option(
            names = "--target",
            paramLabel = "LUFS|NAME",
            description =
                    "Loudness: a number, or streaming (-14), apple (-16), cd (-9), broadcast"
                            + " (-23).")
    private String target;

    @Option(
            names = "--ceiling",
            paramLabel = "DBTP",
            description = "Highest true peak (default -1).")
    private Double ceilingDbtp;

    @Option(
            names = "--effects",
            paramLabel = "JSON|FILE",
            description =
                    "Effects between dynamics and width, as \"effects --chain\" takes them; what"
                            + " there is: \"effects --list\".")
    private String effects;

    @Mixin private OutputOptions output;
    @Spec private CommandSpec spec;

    /** The whole answer. */
    private record Answer(List<MasteredFile> files) {}

    @Override
    List<Path> inputs() {
        return files;
    }

    @Override
    int run(Library library, List<Path> found) throws IOException, InterruptedException {
        Preset wanted = preset(library.effects());
        OutputFormat format = output.format(intensity != null && intensity == 0);
        NameTemplate template = output.template();
        Path out = output.folder(folder);
        List<Path> sources = OutputOptions.withoutResults(files, found, out);
        Exporter exporter = new Exporter(library, sources);
        List<MasteredFile> answers = new ArrayList<>();
        for (Path file : sources) {
            ExportRequest request =
                    new ExportRequest(file, out, wanted, format, template, output.ifExists());
            answers.add(master(exporter, request));
        }
        if (json()) {
            print(new Answer(answers));
        }
        return exitCode(answers.stream().anyMatch(answer -> answer.error().isPresent()));
    }

    private MasteredFile master(Exporter exporter, ExportRequest request)
            throws InterruptedException {
        long start = System.nanoTime();
        try (ProgressLine progress = progress(request.source(), 0)) {
            ExportResult result = exporter.export(request, progress);
            progress.clear();
            MasteredFile answer = MasteredFile.of(request, result, secondsSince(start));
            if (!json()) {
                say(text(answer));
            }
            return answer;
        } catch (IOException | RuntimeException e) {
            return MasteredFile.failed(request, failed(request.source(), e), secondsSince(start));
        }
    }

    private static String text(MasteredFile answer) {
        if (answer.output().isEmpty()) {
            return answer.source() + ": skipped, there is a result already\n";
        }
        StringBuilder text = new StringBuilder();
        text.append(answer.source()).append('\n');
        text.append("  before  ").append(Words.of(answer.before().orElseThrow())).append('\n');
        text.append("  after   ").append(Words.of(answer.after().orElseThrow())).append('\n');
        answer.sentences().forEach(line -> text.append("  ").append(line).append('\n'));
        answer.warnings().forEach(line -> text.append("  Note: ").append(line).append('\n'));
        text.append("  ").append(answer.output().get());
        text.append(
                String.format(
                        java.util.Locale.ROOT, "  (%.0fx real time)%n", answer.realTimeFactor()));
        return text.toString();
    }

    /** The preset with what the command line says otherwise. */
    private Preset preset(EffectCatalogue catalogue) {
        try {
            Preset chosen = Presets.find(preset);
            return new Preset(
                    chosen.name(),
                    chosen.title(),
                    chosen.description(),
                    settings(chosen.settings(), catalogue));
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private MasteringSettings settings(MasteringSettings settings, EffectCatalogue catalogue) {
        MasteringSettings changed = settings;
        if (intensity != null) {
            requireWithin("--intensity", intensity, 0, 100, "percent");
            changed = changed.withIntensity(intensity / 100);
        }
        if (target != null) {
            double lufs = lufs(target);
            requireWithin("--target", lufs, -40, -5, "LUFS");
            changed = changed.withTarget(lufs);
        }
        if (ceilingDbtp != null) {
            requireWithin("--ceiling", ceilingDbtp, -12, 0, "dBTP");
            changed = changed.withCeiling(ceilingDbtp);
        }
        if (effects != null) {
            changed =
                    changed.withEffects(RackArgument.parse(spec, "--effects", effects, catalogue));
        }
        return changed;
    }

    private void requireWithin(String option, double value, int min, int max, String unit) {
        if (!(value >= min && value <= max)) {
            throw usage(option, Double.toString(value), min + " to " + max + " " + unit);
        }
    }

    private double lufs(String text) {
        Double named = TARGETS.get(text);
        try {
            return named != null ? named : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw usage("--target", text, "a number of LUFS, streaming, apple, cd or broadcast");
        }
    }

    private ParameterException usage(String option, String text, String allowed) {
        return new ParameterException(
                spec.commandLine(), option + " is " + allowed + ", not " + text + ".");
    }
}
