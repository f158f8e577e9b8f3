package auralis.dsp.meter;

import java.util.Arrays;
import java.util.List;

/**
 * Short-term loudness (3 s, EBU Tech 3341) over the time of a stream, for a picture of it.
 *
 * @param firstSeconds the moment of the first value: the middle of its windows
 * @param stepSeconds the time between two values
 * @param lufs at most {@link #MOST_VALUES}, each of the mean power of the windows around its
 *     moment, in hundredths, and -70 for less; none for a stream shorter than the window
 */
public record LoudnessCurve(double firstSeconds, double stepSeconds, List<Double> lufs) {
    public static final int MOST_VALUES = 400;

    /** The absolute gate of BS.1770. */
    public static final double FLOOR_LUFS = -70;

    public static final LoudnessCurve NONE = new LoudnessCurve(0, 0, List.of());

    private static final int WINDOW_STEPS = 30;
    private static final double STEPS_PER_SECOND = 10;

    public LoudnessCurve {
        lufs = List.copyOf(lufs);
    }

    /**
     * @param powers K-weighted mean powers of the whole 100 ms of a stream ({@link LoudnessMeter})
     */
    public static LoudnessCurve of(double[] powers) {
        int windows = powers.length - WINDOW_STEPS + 1;
        if (windows < 1) {
            return NONE;
        }
        double[] shortTerm = windowMeans(powers, windows);
        int stride = (windows + MOST_VALUES - 1) / MOST_VALUES;
        Double[] lufs = new Double[(windows + stride - 1) / stride];
        for (int i = 0; i < lufs.length; i++) {
            int to = Math.min(windows, (i + 1) * stride);
            lufs[i] = lufs(Arrays.stream(shortTerm, i * stride, to).average().orElse(0));
        }
        // A window's middle, and the middle of the windows that share a value.
        double first = (WINDOW_STEPS + Math.min(windows, stride) - 1) / 2.0;
        return new LoudnessCurve(
                first / STEPS_PER_SECOND, stride / STEPS_PER_SECOND, List.of(lufs));
    }

    private static double[] windowMeans(double[] powers, int windows) {
        double[] sums = new double[powers.length + 1];
        for (int i = 0; i < powers.length; i++) {
            sums[i + 1] = sums[i] + powers[i];
        }
        double[] means = new double[windows];
        for (int i = 0; i < windows; i++) {
            means[i] = Math.max(0, sums[i + WINDOW_STEPS] - sums[i]) / WINDOW_STEPS;
        }
        return means;
    }

    private static double lufs(double power) {
        return Math.max(FLOOR_LUFS, Math.rint(100 * LoudnessScale.lufs(power)) / 100);
    }
}
