package auralis.app.command;

import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.master.Reference;
import auralis.library.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What the command line says about references, and whether it makes sense. */
final class ReferenceOptions {
    private static final Set<String> PROPERTIES = Set.of("tone", "width", "dynamics", "loudness");
    private static final double HALF_WAY = 50;

    @Option(
            names = "--mode",
            paramLabel = "adaptive|reference|hybrid",
            description =
                    "Who decides: the music itself, the reference, or the one pulled towards the"
                            + " other (default: reference when one is given).")
    private Reference.Mode mode;

    @Option(
            names = "--reference",
            paramLabel = "FILE[@WEIGHT]",
            description = "Music to sound like; may be said several times.")
    private List<String> references = new ArrayList<>();

    @Option(
            names = "--reference-amount",
            paramLabel = "0..100",
            description = "How far a hybrid is pulled, in percent (default 50).")
    private Double amount;

    @Option(
            names = "--match",
            split = ",",
            paramLabel = "tone,width,dynamics,loudness",
            description = "What is matched (default: all four).")
    private List<String> match = new ArrayList<>();

    /** A file and how much it counts. */
    private record Weighted(Path file, double weight) {}

    /**
     * What is wrong with the options, as a sentence.
     *
     * @param preset the reference that the preset brings
     */
    Optional<String> problem(Reference preset) {
        boolean any = !references.isEmpty() || !preset.tracks().isEmpty();
        if (mode == Reference.Mode.ADAPTIVE && !references.isEmpty()) {
            return Optional.of("--mode adaptive listens to no reference; leave --reference out.");
        }
        if (mode != null && mode != Reference.Mode.ADAPTIVE && !any) {
            return Optional.of(
                    "--mode "
                            + mode.name().toLowerCase(Locale.ROOT)
                            + " needs music to sound like; say it with --reference FILE.");
        }
        if (amount != null && mode != Reference.Mode.HYBRID) {
            return Optional.of("--reference-amount belongs to --mode hybrid.");
        }
        if (amount != null && !(amount >= 0 && amount <= 100)) {
            return Optional.of("--reference-amount is 0 to 100 percent, not " + amount + ".");
        }
        if (!match.isEmpty() && !(any && mode != Reference.Mode.ADAPTIVE)) {
            return Optional.of("--match says what a reference decides; there is none.");
        }
        if (!PROPERTIES.containsAll(match)) {
            return Optional.of(
                    "--match is tone, width, dynamics and loudness, or some of them, not "
                            + String.join(",", match)
                            + ".");
        }
        return references.stream()
                .map(ReferenceOptions::problem)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> problem(String reference) {
        Weighted weighted = weighted(reference);
        if (!Files.isRegularFile(weighted.file)) {
            return Optional.of("--reference: there is no file \"" + weighted.file + "\".");
        }
        return weighted.weight > 0 && Double.isFinite(weighted.weight)
                ? Optional.empty()
                : Optional.of("--reference: the weight behind @ is above 0.");
    }

    /** The preset's reference with what the options say otherwise; listens to the files. */
    Reference apply(Reference preset, Library library, Progress progress)
            throws IOException, InterruptedException {
        if (mode == Reference.Mode.ADAPTIVE) {
            return Reference.NONE;
        }
        List<Reference.Track> tracks = new ArrayList<>();
        for (String text : references) {
            Weighted reference = weighted(text);
            Path file = reference.file.toAbsolutePath().normalize();
            progress.phase("listening to the reference");
            TrackAnalysis analysis = library.analysis(file, progress);
            if (analysis.loudness().integratedLufs().isEmpty()) {
                throw new IOException(
                        file + " is silent or too short to be a reference; choose another.");
            }
            tracks.add(
                    Reference.Track.of(file.getFileName().toString(), reference.weight, analysis));
        }
        Reference chosen = tracks.isEmpty() ? preset : preset.withTracks(tracks);
        if (chosen.tracks().isEmpty()) {
            return chosen;
        }
        return new Reference(
                chosen.tracks(),
                share(chosen.amount()),
                matches("tone", chosen.tone()),
                matches("width", chosen.width()),
                matches("dynamics", chosen.dynamics()),
                matches("loudness", chosen.loudness()));
    }

    private double share(double ofPreset) {
        if (mode == null) {
            return references.isEmpty() ? ofPreset : 1;
        }
        return mode == Reference.Mode.REFERENCE ? 1 : (amount != null ? amount : HALF_WAY) / 100;
    }

    private boolean matches(String property, boolean ofPreset) {
        return match.isEmpty() ? ofPreset : match.contains(property);
    }

    /** "song.flac@0.5"; an @ may also be a part of the name. */
    private static Weighted weighted(String text) {
        int at = text.lastIndexOf('@');
        if (at > 0 && !Files.exists(Path.of(text))) {
            try {
                double weight = Double.parseDouble(text.substring(at + 1));
                return new Weighted(Path.of(text.substring(0, at)), weight);
            } catch (NumberFormatException e) {
                // No weight, so all of it is the name.
                return new Weighted(Path.of(text), 1);
            }
        }
        return new Weighted(Path.of(text), 1);
    }
}
