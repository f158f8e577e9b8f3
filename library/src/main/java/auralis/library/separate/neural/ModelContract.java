package auralis.library.separate.neural;

import auralis.dsp.separate.Stem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a model is and how to run it, as it was found out by {@link ModelInspection}. Stored beside
 * the model as JSON, so that it need not be found out again.
 *
 * @param sampleRate that it was trained for, in Hz
 * @param parts its files; several make a bag, whose results are averaged by weight
 */
public record ModelContract(int sampleRate, List<ModelPart> parts) {
    private static final Set<Stem> HOLDING_THE_REST =
            EnumSet.of(Stem.OTHER, Stem.INSTRUMENTAL, Stem.REST);

    public ModelContract {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a model without files");
        }
        for (Stem stem : given(parts)) {
            if (weight(parts, stem) <= 0) {
                throw new IllegalArgumentException("no file has a weight for " + stem.word());
            }
        }
    }

    /** What comes out of a separation: all that the files give, and what is left where it lacks. */
    public List<Stem> stems() {
        List<Stem> stems = new ArrayList<>(given(parts));
        complement().ifPresent(stems::add);
        Collections.sort(stems);
        return List.copyOf(stems);
    }

    /** The stem that no file gives, which is what the others leave of the mix. */
    Optional<Stem> complement() {
        Set<Stem> given = given(parts);
        if (given.size() > 1) {
            return Collections.disjoint(given, HOLDING_THE_REST)
                    ? Optional.of(Stem.OTHER)
                    : Optional.empty();
        }
        return Optional.of(
                switch (given.iterator().next()) {
                    case VOCALS -> Stem.INSTRUMENTAL;
                    case INSTRUMENTAL -> Stem.VOCALS;
                    case REST -> Stem.OTHER;
                    default -> Stem.REST;
                });
    }

    /** What share a file has in a stem. */
    double share(ModelPart part, int stem) {
        return part.weights().get(stem) / weight(parts, part.stems().get(stem));
    }

    private static Set<Stem> given(List<ModelPart> parts) {
        Set<Stem> stems = EnumSet.noneOf(Stem.class);
        for (ModelPart part : parts) {
            stems.addAll(part.stems());
        }
        return stems;
    }

    private static double weight(List<ModelPart> parts, Stem stem) {
        double sum = 0;
        for (ModelPart part : parts) {
            int index = part.stems().indexOf(stem);
            sum += index < 0 ? 0 : part.weights().get(index);
        }
        return sum;
    }
}
