package auralis.dsp.spectrum;

import auralis.dsp.Decibels;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The levels of a few bands in each frame of a stream, and their medians over those frames that are
 * loud enough to matter (within 10 dB of the mean power, as in {@link GatedMean}). Grows by a few
 * floats per frame.
 */
final class BandMedians {
    private static final double FLOOR_POWER = 1e-7;
    private static final double RELATIVE_GATE = 0.1;

    private final int[] edges;
    private final int bands;
    private float[] powers = new float[1024];
    private int count;

    /**
     * @param binHz distance of the bins of the spectra to come
     */
    BandMedians(Bands bands, double binHz, int bins) {
        this.bands = bands.count();
        this.edges = new int[this.bands + 1];
        for (int b = 0; b < this.bands; b++) {
            edges[b] = Math.min(bins, (int) Math.round(bands.lowHz(b) / binHz));
            edges[b + 1] = Math.min(bins, (int) Math.round(bands.highHz(b) / binHz));
        }
    }

    void add(float[] spectrum) {
        if (count + bands > powers.length) {
            powers = Arrays.copyOf(powers, 2 * powers.length);
        }
        for (int b = 0; b < bands; b++) {
            float sum = 0;
            for (int k = edges[b]; k < edges[b + 1]; k++) {
                sum += spectrum[k];
            }
            powers[count++] = sum;
        }
    }

    /** In dB, at least -70; empty when no frame is loud. */
    double[] mediansDb() {
        int frames = count / bands;
        double mean =
                IntStream.range(0, frames)
                        .mapToDouble(this::power)
                        .filter(p -> p > FLOOR_POWER)
                        .average()
                        .orElse(Double.POSITIVE_INFINITY);
        int[] loud =
                IntStream.range(0, frames)
                        .filter(f -> power(f) > Math.max(FLOOR_POWER, RELATIVE_GATE * mean))
                        .toArray();
        return loud.length == 0
                ? new double[0]
                : IntStream.range(0, bands).mapToDouble(b -> medianDb(loud, b)).toArray();
    }

    private double power(int frame) {
        double sum = 0;
        for (int b = 0; b < bands; b++) {
            sum += powers[frame * bands + b];
        }
        return sum;
    }

    private double medianDb(int[] frames, int band) {
        double[] sorted =
                Arrays.stream(frames).mapToDouble(f -> powers[f * bands + band]).sorted().toArray();
        return Decibels.ofPower(Math.max(FLOOR_POWER, sorted[sorted.length / 2]));
    }

    void clear() {
        count = 0;
    }
}
