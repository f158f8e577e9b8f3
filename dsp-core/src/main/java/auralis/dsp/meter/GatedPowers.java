package auralis.dsp.meter;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The K-weighted powers of many windows in bounded memory, for the two gates of ITU-R BS.1770-5 and
 * EBU Tech 3342.
 *
 * <p>Powers are counted in classes of 1/500 LU from the absolute gate (-70 LUFS, at and under which
 * nothing is kept) to +30 LUFS. Each class also keeps the sum of its powers, so a mean over classes
 * is the exact mean of what was put in; only windows that share a class with the relative gate can
 * be taken or left together. These lie within 0.002 LU of a gate 10 or 20 LU under the mean: were
 * even a thousandth of a programme there, the mean would move by 0.0004 LU.
 */
final class GatedPowers {
    private static final double FLOOR_LUFS = -70;
    private static final double CEILING_LUFS = 30;
    private static final int PER_LU = 500;
    private static final int CLASSES = (int) (CEILING_LUFS - FLOOR_LUFS) * PER_LU;
    private static final double FLOOR_POWER = LoudnessScale.power(FLOOR_LUFS);

    private final int[] counts = new int[CLASSES];
    private final double[] sums = new double[CLASSES];
    private long count;
    private double sum;

    void add(double power) {
        if (!(power > FLOOR_POWER)) {
            return;
        }
        int at = (int) ((LoudnessScale.lufs(power) - FLOOR_LUFS) * PER_LU);
        at = Math.max(0, Math.min(at, CLASSES - 1));
        counts[at]++;
        sums[at] += power;
        count++;
        sum += power;
    }

    /** The loudness of what lies above the gate, {@code gateLu} under the mean of all. */
    OptionalDouble gatedLufs(double gateLu) {
        long gatedCount = 0;
        double gatedSum = 0;
        for (int i = firstAbove(gateLu); i < CLASSES; i++) {
            gatedCount += counts[i];
            gatedSum += sums[i];
        }
        return gatedCount > 0
                ? LoudnessScale.reading(gatedSum / gatedCount)
                : OptionalDouble.empty();
    }

    /**
     * The distance in LU between two percentiles of what lies at or above the gate; the value of
     * rank (n - 1) p / 100, rounded.
     */
    OptionalDouble rangeLu(double gateLu, double lowPercent, double highPercent) {
        if (count == 0) {
            return OptionalDouble.empty();
        }
        int first = firstAbove(gateLu);
        long gated = 0;
        for (int i = first; i < CLASSES; i++) {
            gated += counts[i];
        }
        double low = lufsAtRank(first, Math.round((gated - 1) * lowPercent / 100));
        double high = lufsAtRank(first, Math.round((gated - 1) * highPercent / 100));
        return OptionalDouble.of(high - low);
    }

    /** The first class that holds something whose mean is above the relative gate. */
    private int firstAbove(double gateLu) {
        if (count == 0) {
            return CLASSES;
        }
        double gatePower = sum / count * Math.pow(10, -gateLu / 10);
        int at = (int) ((LoudnessScale.lufs(gatePower) - FLOOR_LUFS) * PER_LU);
        at = Math.max(0, Math.min(at - 1, CLASSES - 1));
        while (sums[at] <= gatePower * counts[at]) {
            at++;
        }
        return at;
    }

    private double lufsAtRank(int first, long rank) {
        long below = 0;
        int at = first;
        while (below + counts[at] <= rank) {
            below += counts[at++];
        }
        return LoudnessScale.lufs(sums[at] / counts[at]);
    }

    void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(sums, 0);
        count = 0;
        sum = 0;
    }
}
