package auralis.app.command;

import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.dsp.master.Reference;
import auralis.library.Library;
import auralis.library.preset.PlatformTarget;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How music is mastered: options of every command that does. */
final class MasteringOptions {
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

    @Mixin private ReferenceOptions reference;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Whether the samples stay as they are. */
    boolean isNeutral() {
        return intensity != null && intensity == 0;
    }

    /** The preset with what the command line says otherwise, but for the reference. */
    Preset preset(RootCommand root, EffectCatalogue catalogue) {
        try {
            Preset chosen = root.presets().find(preset);
            Optional<String> problem = reference.problem(chosen.settings().reference());
            if (problem.isPresent()) {
                throw new ParameterException(spec.commandLine(), problem.get());
            }
            return with(chosen, settings(root, chosen.settings(), catalogue));
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** Listens to the files of the reference. */
    Preset withReference(Preset preset, Library library, ProgressLine progress)
            throws IOException, InterruptedException {
        Reference own = preset.settings().reference();
        Reference wanted = reference.apply(own, library, progress);
        return with(preset, preset.settings().withReference(wanted));
    }

    private static Preset with(Preset preset, MasteringSettings settings) {
        return new Preset(preset.name(), preset.title(), preset.description(), settings);
    }

    private MasteringSettings settings(
            RootCommand root, MasteringSettings settings, EffectCatalogue catalogue)
            throws IOException {
        MasteringSettings changed = settings;
        if (intensity != null) {
            Usage.requireWithin(spec, "--intensity", intensity, 0, 100, "percent");
            changed = changed.withIntensity(intensity / 100);
        }
        if (target != null) {
            changed = targeted(root, changed);
        }
        if (ceilingDbtp != null) {
            Usage.requireWithin(spec, "--ceiling", ceilingDbtp, -12, 0, "dBTP");
            changed = changed.withCeiling(ceilingDbtp);
        }
        if (effects != null) {
            changed =
                    changed.withEffects(RackArgument.parse(spec, "--effects", effects, catalogue));
        }
        return changed;
    }

    /** A name brings its ceiling, a number only a loudness. */
    private MasteringSettings targeted(RootCommand root, MasteringSettings settings)
            throws IOException {
        List<PlatformTarget> known = PlatformTarget.all(root.dataFolder());
        for (PlatformTarget named : known) {
            if (named.name().equals(target)) {
                return settings.withTarget(named.targetLufs()).withCeiling(named.ceilingDbtp());
            }
        }
        try {
            double lufs = Double.parseDouble(target);
            Usage.requireWithin(spec, "--target", lufs, -40, -5, "LUFS");
            return settings.withTarget(lufs);
        } catch (NumberFormatException e) {
            String names = String.join(", ", known.stream().map(PlatformTarget::name).toList());
            throw Usage.of(spec, "--target", target, "a number of LUFS or one of " + names);
        }
    }
}
