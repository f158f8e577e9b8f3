package auralis.app.command;

import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.library.Library;
import auralis.library.export.ExportRequest;
import auralis.library.export.ExportResult;
import auralis.library.export.Exporter;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.export.OverwritePolicy;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "master", description = "Masters files into a folder; the sources are only read.")
final class MasterCommand extends FileCommand {
    private static final Map<String, Double> TARGETS =
            Map.of("streaming", -14.0, "apple", -16.0, "cd", -9.0, "broadcast", -23.0);

    private static final List<String> BIT_DEPTHS = List.of("16", "24", "32", "source");
    private static final List<String> SAMPLE_RATES =
            List.of("44100", "48000", "88200", "96000", "192000", "source");

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
            names = "--format",
            paramLabel = "wav|flac|mp3|source",
            description =
                    "Kind of file (default source: as it is where that can be written, else FLAC).")
    private OutputFormat.Container container = OutputFormat.Container.SOURCE;

    @Option(
            names = "--bit-depth",
            paramLabel = "16|24|32|source",
            description =
                    "Bits of a sample (default 24, at intensity 0 those of the source; 32 is float"
                            + " and WAV only, FLAC takes 24).")
    private String bitDepth;

    @Option(
            names = "--sample-rate",
            paramLabel = "HZ|source",
            description = "44100, 48000, 88200, 96000, 192000 or source (default).")
    private String sampleRate = "source";

    @Option(
            names = "--name",
            paramLabel = "TEMPLATE",
            description = "Names of results, like \"{artist} - {title}\" (default \"{name}\").")
    private String name = NameTemplate.SOURCE_NAME.text();

    @Option(
            names = "--if-exists",
            paramLabel = "number|skip|replace|fail",
            description = "What to do about files of the same name (default number).")
    private OverwritePolicy ifExists = OverwritePolicy.NUMBER;

    @Spec private CommandSpec spec;

    /** The whole answer. */
    private record Answer(List<MasteredFile> files) {}

    @Override
    List<Path> inputs() {
        return files;
    }

    @Override
    int run(Library library, List<Path> found) throws IOException, InterruptedException {
        Preset wanted = preset();
        OutputFormat output = output();
        NameTemplate template = template();
        Path out = outputFolder();
        List<Path> sources = withoutResults(found, out);
        Exporter exporter = new Exporter(library, sources);
        List<MasteredFile> answers = new ArrayList<>();
        for (Path file : sources) {
            ExportRequest request =
                    new ExportRequest(file, out, wanted, output, template, ifExists);
            answers.add(master(exporter, request));
        }
        if (json()) {
            print(new Answer(answers));
        }
        return exitCode(answers.stream().anyMatch(answer -> answer.error().isPresent()));
    }

    private OutputFormat output() {
        String depth = bitDepth != null ? bitDepth : usualDepth();
        if (container == OutputFormat.Container.FLAC && depth.equals("32")) {
            throw usage("--bit-depth", "32", "16, 24 or source with --format flac");
        }
        return new OutputFormat(
                container,
                number("--bit-depth", depth, BIT_DEPTHS),
                number("--sample-rate", sampleRate, SAMPLE_RATES));
    }

    private String usualDepth() {
        return intensity != null && intensity == 0 ? "source" : "24";
    }

    private NameTemplate template() {
        try {
            return new NameTemplate(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--name: " + e.getMessage() + ".", e);
        }
    }

    private Path outputFolder() {
        if (folder.toString().isEmpty() || Files.exists(folder) && !Files.isDirectory(folder)) {
            throw usage("--out", "\"" + folder + "\"", "a folder");
        }
        return folder.toAbsolutePath().normalize();
    }

    /** Results of an earlier run below a folder that is mastered are not its sources. */
    private List<Path> withoutResults(List<Path> found, Path out) {
        List<Path> named = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        boolean below = named.stream().anyMatch(root -> out.startsWith(root) && !out.equals(root));
        return below
                ? found.stream().filter(f -> named.contains(f) || !f.startsWith(out)).toList()
                : found;
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
    private Preset preset() {
        try {
            Preset chosen = Presets.find(preset);
            return new Preset(
                    chosen.name(),
                    chosen.title(),
                    chosen.description(),
                    settings(chosen.settings()));
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private MasteringSettings settings(MasteringSettings settings) {
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

    private OptionalInt number(String option, String text, List<String> allowed) {
        if (!allowed.contains(text)) {
            throw usage(option, text, String.join(", ", allowed));
        }
        return text.equals("source") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private ParameterException usage(String option, String text, String allowed) {
        return new ParameterException(
                spec.commandLine(), option + " is " + allowed + ", not " + text + ".");
    }
}
