package auralis.dsp.fingerprint;

/**
 * Spectral flatness, the geometric over the arithmetic mean of power, in classes of a quarter of a
 * decibel from -60 to 0 dB, so that the median of any number of frames takes little memory.
 */
final class FlatnessScale {
    private static final int PER_DB = 4;
    private static final int RANGE_DB = 60;
    static final int CLASSES = RANGE_DB * PER_DB;

    /** 60 dB under the mean a bin holds the rounding of 16 bits or nothing, never a sound. */
    private static final double FLOOR = 1e-6;

    /** So many factors of 1e-6..1e7 stay far inside the range of a double. */
    private static final int FACTORS = 16;

    private FlatnessScale() {}

    /** The class of the flatness of the bins {@code from..to}, both included. */
    static int classOf(float[] power, int from, int to) {
        double sum = 0;
        for (int k = from; k <= to; k++) {
            sum += power[k];
        }
        if (!(sum > 0)) {
            return 0;
        }
        int bins = to - from + 1;
        double scale = bins / sum;
        double logs = 0;
        for (int k = from; k <= to; ) {
            // One logarithm for many bins: it costs as much as all else here.
            double product = 1;
            for (int end = Math.min(to + 1, k + FACTORS); k < end; k++) {
                product *= scale * power[k] + FLOOR;
            }
            logs += Math.log10(product);
        }
        int at = (int) Math.floor((10 * logs / bins + RANGE_DB) * PER_DB);
        return Math.max(0, Math.min(CLASSES - 1, at));
    }

    /** The median flatness of frames of which the classes have these shares (sum 1). */
    static double median(double[] shares) {
        double below = 0;
        int at = 0;
        while (at < CLASSES - 1 && below + shares[at] < 0.5) {
            below += shares[at++];
        }
        double part = shares[at] > 0 ? (0.5 - below) / shares[at] : 0.5;
        return Math.pow(10, ((at + part) / PER_DB - RANGE_DB) / 10);
    }
}
