package auralis.dsp.fingerprint;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How far two tracks are apart: the weighted Euclidean mean of their differences, each in units of
 * the range that the dimension has in a library.
 *
 * <p>A dimension that one of the two lacks, or that does not vary in the library, tells nothing and
 * is left out.
 */
public final class FingerprintDistance {
    /**
     * Where a dimension lies in a library.
     *
     * @param low its 5th percentile
     * @param high its 95th percentile
     */
    public record Span(double low, double high) {}

    /**
     * How far apart two tracks are in one dimension.
     *
     * @param difference 0 for equal, 1 for as far as the span of the library
     */
    public record Contrast(Dimension dimension, double difference) {}

    private final Map<Dimension, Span> spans;
    private final Map<Dimension, Double> weights;

    /**
     * @param spans of the dimensions to compare
     * @param weights 0 or more; 1 where there is none
     */
    public FingerprintDistance(Map<Dimension, Span> spans, Map<Dimension, Double> weights) {
        this.spans = new EnumMap<>(Dimension.class);
        this.spans.putAll(spans);
        this.weights = new EnumMap<>(Dimension.class);
        this.weights.putAll(weights);
    }

    /**
     * The distance: 0 for equal, about 1 for opposite ends of the library, infinite where nothing
     * can be compared.
     */
    public double between(Fingerprint a, Fingerprint b) {
        double sum = 0;
        double weightSum = 0;
        for (Contrast contrast : contrasts(a, b).toList()) {
            double weight = weight(contrast.dimension());
            sum += weight * contrast.difference() * contrast.difference();
            weightSum += weight;
        }
        return weightSum > 0 ? Math.sqrt(sum / weightSum) : Double.POSITIVE_INFINITY;
    }

    /** The dimensions that are compared, those in which the two are most alike first. */
    public List<Contrast> explain(Fingerprint a, Fingerprint b) {
        return contrasts(a, b).sorted(Comparator.comparingDouble(Contrast::difference)).toList();
    }

    private Stream<Contrast> contrasts(Fingerprint a, Fingerprint b) {
        return spans.entrySet().stream()
                .filter(entry -> entry.getValue().high() > entry.getValue().low())
                .filter(entry -> weight(entry.getKey()) > 0)
                .filter(entry -> a.get(entry.getKey()).isPresent())
                .filter(entry -> b.get(entry.getKey()).isPresent())
                .map(entry -> contrast(entry.getKey(), entry.getValue(), a, b));
    }

    private static Contrast contrast(Dimension dimension, Span span, Fingerprint a, Fingerprint b) {
        double difference = a.get(dimension).getAsDouble() - b.get(dimension).getAsDouble();
        return new Contrast(dimension, Math.abs(difference) / (span.high() - span.low()));
    }

    private double weight(Dimension dimension) {
        return weights.getOrDefault(dimension, 1.0);
    }
}
