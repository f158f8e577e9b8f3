package auralis.app.command;

import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import auralis.library.model.ModelKind;
import auralis.library.model.ModelStore;
import auralis.library.separate.SeparationSettings;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What separates music, how, and into what. */
final class SeparationOptions {
    private static final String TWO = "2";

    @Option(
            names = "--stems",
            paramLabel = "LIST|2",
            description =
                    "What is wanted, like \"vocals,drums\"; \"2\" is \"vocals,instrumental\";"
                            + " \"drums,rest\" is the drums, and all but the drums (default: all"
                            + " that the model separates).")
    private String stems;

    @Option(
            names = "--model",
            paramLabel = "builtin|NAME|FILE",
            description = "What separates (default builtin: no model, basic quality).")
    private String model = SeparationSettings.BUILT_IN;

    @Option(
            names = "--shifts",
            paramLabel = "N",
            description =
                    "How often a model looks at each place, 1 to 10; more is a little better and as"
                            + " much slower (default 1).")
    private int shifts = 1;

    @Option(
            names = "--overlap",
            paramLabel = "SHARE",
            description = "Of the pieces that a model sees, 0 to 0.9 (default 0.25).")
    private double overlap = SeparationSettings.CLASSIC.overlap();

    @Option(
            names = "--no-residual",
            description =
                    "Leaves the stems of a model as they are; otherwise what it leaves over is"
                            + " added to \"other\", so that they add up to the music.")
    private boolean noResidual;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * @param progress of the copying of a model
     */
    SeparationSettings settings(ModelStore models, Progress progress)
            throws IOException, InterruptedException {
        Usage.requireWithin(spec, "--shifts", shifts, 1, 10, "looks");
        if (!(overlap >= 0 && overlap <= 0.9)) {
            throw Usage.of(spec, "--overlap", Double.toString(overlap), "0 to 0.9 of a piece");
        }
        String id =
                model.equals(SeparationSettings.BUILT_IN)
                        ? model
                        : NamedModel.id(model, ModelKind.SEPARATION, models, progress);
        SeparationSettings settings = new SeparationSettings(id, shifts, overlap, !noResidual);
        if (settings.isBuiltIn() && !settings.equals(SeparationSettings.CLASSIC)) {
            throw Usage.wrong(
                    spec, "--shifts, --overlap and --no-residual go with a model: --model NAME.");
        }
        return settings;
    }

    /**
     * What is wanted.
     *
     * @param separated by the model
     */
    List<Stem> stems(List<Stem> separated) {
        if (stems == null) {
            return separated;
        }
        Set<Stem> wanted = new LinkedHashSet<>();
        for (String word : (stems.equals(TWO) ? "vocals,instrumental" : stems).split(",")) {
            wanted.add(stem(word.strip(), separated));
        }
        if (wanted.contains(Stem.REST) && wanted.size() != 2) {
            throw Usage.wrong(
                    spec, "--stems: \"rest\" goes with one other stem, like \"drums,rest\".");
        }
        return List.copyOf(wanted);
    }

    private Stem stem(String word, List<Stem> separated) {
        for (Stem stem : Stem.values()) {
            boolean derived =
                    stem == Stem.REST
                            || (stem == Stem.INSTRUMENTAL && separated.contains(Stem.VOCALS));
            if (stem.word().equals(word) && (derived || separated.contains(stem))) {
                return stem;
            }
        }
        throw Usage.wrong(
                spec,
                "--stems: there is no \""
                        + word
                        + "\", only "
                        + String.join(", ", separated.stream().map(Stem::word).toList())
                        + ", instrumental, rest, or 2.");
    }
}
