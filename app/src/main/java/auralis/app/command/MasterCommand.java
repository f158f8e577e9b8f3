package auralis.app.command;

import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.dsp.master.Reference;
import auralis.library.Library;
import auralis.library.export.AlbumPlan;
import auralis.library.export.ExportRequest;
import auralis.library.export.ExportResult;
import auralis.library.export.Exporter;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.preset.PlatformTarget;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "master", description = "Masters files into a folder; the sources are only read.")
final class MasterCommand extends FileCommand {

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
                    "Loudness: a number, or a name that brings its ceiling too: streaming (-14),"
                            + " apple (-16), cd (-9), broadcast (-23), loud, amazon, deezer, or"
                            + " one of targets.json in the data folder.")
    private String target;

    @Option(
            names = "--ceiling",
            paramLabel = "DBTP",
            description =
                    "Highest true peak (default -1); below 100 percent of intensity, as far on"
                            + " the way there from the source's own.")
    private Double ceilingDbtp;

    @Option(
            names = "--effects",
            paramLabel = "JSON|FILE",
            description =
                    "Effects between dynamics and width, as \"effects --chain\" takes them; what"
                            + " there is: \"effects --list\".")
    private String effects;

    @Option(
            names = "--album",
            description = "One gain for all files, so that their differences stay.")
    private boolean album;

    @Option(names = "--jobs", paramLabel = "N", description = "Files at once, 1 to 64 (default 1).")
    private int jobs = 1;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "What was done, as a .json, .html or .csv file.")
    private Path report;

    @Mixin private ReferenceOptions reference;

    @Mixin private OutputOptions output;

    @Spec private CommandSpec spec;

    @Override
    List<Path> inputs() {
        return files;
    }

    @Override
    int run(Library library, List<Path> found) throws IOException, InterruptedException {
        requireWithin("--jobs", jobs, 1, 64, "files");
        Preset chosen = preset(library.effects());
        OutputFormat format = output.format(intensity != null && intensity == 0);
        NameTemplate template = output.template();
        Path out = output.folder(folder);
        Optional<MasterReport> kind = reportKind();
        Preset wanted = withReference(chosen, library);
        List<Path> sources = OutputOptions.withoutResults(files, found, out);
        Exporter exporter = new Exporter(library, sources);
        Optional<AlbumPlan> plan =
                album ? Optional.of(albumPlan(library, sources, wanted, format)) : Optional.empty();
        List<ExportRequest> requests =
                sources.stream()
                        .map(
                                file ->
                                        new ExportRequest(
                                                file,
                                                out,
                                                wanted,
                                                format,
                                                template,
                                                output.ifExists()))
                        .toList();
        List<MasteredFile> answers =
                InOrder.map(requests, jobs, r -> master(exporter, r, plan), this::tell);
        if (json()) {
            print(new MasterReport.Answer(answers));
        }
        if (kind.isPresent()) {
            kind.get().write(report, answers);
        }
        return exitCode(answers.stream().anyMatch(answer -> answer.error().isPresent()));
    }

    private AlbumPlan albumPlan(
            Library library, List<Path> sources, Preset wanted, OutputFormat format)
            throws IOException, InterruptedException {
        try (ProgressLine progress = progress(Path.of("album"), 0)) {
            progress.phase("planning");
            return AlbumPlan.of(library, sources, wanted.settings(), format, progress);
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    private Optional<MasterReport> reportKind() {
        if (report == null) {
            return Optional.empty();
        }
        Optional<MasterReport> kind = MasterReport.of(report);
        if (kind.isEmpty()) {
            throw usage(
                    "--report", report.toString(), "a file that ends with .json, .html or .csv");
        }
        return kind;
    }

    private Preset withReference(Preset preset, Library library)
            throws IOException, InterruptedException {
        Reference own = preset.settings().reference();
        try (ProgressLine progress = progress(Path.of("reference"), 0)) {
            Reference wanted = reference.apply(own, library, progress);
            return with(preset, preset.settings().withReference(wanted));
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    private static Preset with(Preset preset, MasteringSettings settings) {
        return new Preset(preset.name(), preset.title(), preset.description(), settings);
    }

    private MasteredFile master(Exporter exporter, ExportRequest request, Optional<AlbumPlan> plan)
            throws InterruptedException {
        long start = System.nanoTime();
        try (ProgressLine progress = progress(request.source(), 0, jobs == 1)) {
            ExportResult result =
                    plan.isPresent()
                            ? exporter.export(request, plan.get(), progress)
                            : exporter.export(request, progress);
            return MasteredFile.of(request, result, secondsSince(start));
        } catch (IOException | RuntimeException e) {
            return MasteredFile.failed(request, failed(request.source(), e), secondsSince(start));
        }
    }

    private void tell(MasteredFile answer) {
        if (!json() && answer.error().isEmpty()) {
            say(text(answer));
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
            Preset chosen = root().presets().find(preset);
            Optional<String> problem = reference.problem(chosen.settings().reference());
            if (problem.isPresent()) {
                throw new ParameterException(spec.commandLine(), problem.get());
            }
            return with(chosen, settings(chosen.settings(), catalogue));
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private MasteringSettings settings(MasteringSettings settings, EffectCatalogue catalogue)
            throws IOException {
        MasteringSettings changed = settings;
        if (intensity != null) {
            requireWithin("--intensity", intensity, 0, 100, "percent");
            changed = changed.withIntensity(intensity / 100);
        }
        if (target != null) {
            changed = targeted(changed);
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

    /** A name brings its ceiling, a number only a loudness. */
    private MasteringSettings targeted(MasteringSettings settings) throws IOException {
        List<PlatformTarget> known = PlatformTarget.all(root().dataFolder());
        for (PlatformTarget named : known) {
            if (named.name().equals(target)) {
                return settings.withTarget(named.targetLufs()).withCeiling(named.ceilingDbtp());
            }
        }
        try {
            double lufs = Double.parseDouble(target);
            requireWithin("--target", lufs, -40, -5, "LUFS");
            return settings.withTarget(lufs);
        } catch (NumberFormatException e) {
            String names = String.join(", ", known.stream().map(PlatformTarget::name).toList());
            throw usage("--target", target, "a number of LUFS or one of " + names);
        }
    }

    private ParameterException usage(String option, String text, String allowed) {
        return new ParameterException(
                spec.commandLine(), option + " is " + allowed + ", not " + text + ".");
    }
}
