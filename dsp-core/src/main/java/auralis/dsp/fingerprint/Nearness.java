package auralis.dsp.fingerprint;

import auralis.dsp.fingerprint.FingerprintDistance.Span;
import java.util.Map;

/** The distances of packed fingerprints to one, with {@link FingerprintDistance}'s definition. */
final class Nearness {
    private final int[] dimensions;
    private final float[] centre;
    private final double[] scales;

    /** Dimensions that the one does not have, or in which the library does not vary, are left. */
    Nearness(float[] centre, Map<Dimension, Span> spans) {
        this.centre = centre;
        this.scales = new double[centre.length];
        spans.forEach((dimension, span) -> scales[dimension.ordinal()] = scale(span));
        this.dimensions =
                spans.keySet().stream()
                        .mapToInt(Dimension::ordinal)
                        .filter(d -> scales[d] > 0 && !Float.isNaN(centre[d]))
                        .toArray();
    }

    private static double scale(Span span) {
        return span.high() > span.low() ? 1 / (span.high() - span.low()) : 0;
    }

    /**
     * The square of the distance; infinite where nothing can be compared or where it certainly is
     * more than {@code farthest}.
     */
    double square(float[] values, int from, double farthest) {
        // it is the sum over the dimensions compared, which are no more than all
        double tooMuch = farthest * dimensions.length;
        double sum = 0;
        int compared = 0;
        for (int d : dimensions) {
            double difference = ((double) values[from + d] - centre[d]) * scales[d];
            if (!Double.isNaN(difference)) {
                sum += difference * difference;
                compared++;
                if (sum > tooMuch) {
                    return Double.POSITIVE_INFINITY;
                }
            }
        }
        return compared > 0 ? sum / compared : Double.POSITIVE_INFINITY;
    }
}
