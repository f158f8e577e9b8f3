package auralis.dsp.spectrum;

import auralis.dsp.Decibels;
import java.util.Arrays;
import java.util.Optional;

/**
 * The mean of a vector over those frames of a stream that are loud enough to matter, gated as in
 * ITU-R BS.1770: absolutely at -70 dB, then 10 dB under the mean power of what passed.
 *
 * <p>The second gate is known at the end only. So the vectors are summed by level, in classes of
 * half a dB of which only those that occur take memory; it does not grow with the stream. A class
 * is taken or left by its mean power.
 */
public final class GatedMean {
    private static final double FLOOR_DB = -70;
    private static final double RELATIVE_DB = -10;
    private static final int CLASSES_PER_DB = 2;
    private static final int CLASSES = 100 * CLASSES_PER_DB;

    private final int size;
    private final double[][] sums = new double[CLASSES][];
    private final double[] powers = new double[CLASSES];
    private final long[] counts = new long[CLASSES];

    /**
     * @param size the length of the vectors
     */
    public GatedMean(int size) {
        this.size = size;
    }

    /**
     * Adds a frame.
     *
     * @param power its mean square, by which it is gated
     * @param values {@code size} finite values
     */
    public void add(double power, float[] values) {
        double levelDb = Decibels.ofPower(power);
        if (!(levelDb >= FLOOR_DB)) {
            return;
        }
        int at = Math.min((int) ((levelDb - FLOOR_DB) * CLASSES_PER_DB), CLASSES - 1);
        if (sums[at] == null) {
            sums[at] = new double[size];
        }
        double[] sum = sums[at];
        for (int i = 0; i < size; i++) {
            sum[i] += values[i];
        }
        powers[at] += power;
        counts[at]++;
    }

    /** The mean over the frames that pass both gates; empty when none passes the first. */
    public Optional<double[]> mean() {
        double gate = Arrays.stream(powers).sum() / Arrays.stream(counts).sum();
        gate *= Decibels.toPower(RELATIVE_DB);
        double[] mean = new double[size];
        long count = 0;
        for (int at = 0; at < CLASSES; at++) {
            if (counts[at] > 0 && powers[at] > gate * counts[at]) {
                count += counts[at];
                for (int i = 0; i < size; i++) {
                    mean[i] += sums[at][i];
                }
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        for (int i = 0; i < size; i++) {
            mean[i] /= count;
        }
        return Optional.of(mean);
    }

    /** Forgets all frames. */
    public void clear() {
        Arrays.fill(sums, null);
        Arrays.fill(powers, 0);
        Arrays.fill(counts, 0);
    }
}
