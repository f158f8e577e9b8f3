package auralis.dsp.meter;

/**
 * The three points between neighbouring samples on a grid of four times the rate (ITU-R BS.1770-5,
 * Annex 2), each by a windowed sinc of 24 taps (Kaiser, beta 7) of gain 1 at DC. The table of the
 * Annex has ripples of ±0.23 dB; this filter is flat within 0.01 dB up to 0.35 of the rate.
 */
final class TruePeakInterpolator {
    static final int TAPS = 24;
    private static final int FACTOR = 4;
    private static final double KAISER_BETA = 7;

    /** The frames in front of those that {@link #peak} is asked for. */
    static final int HISTORY = TAPS - 1;

    private static final float[] QUARTER = phase(1);
    private static final float[] HALF = phase(2);
    private static final float[] THREE_QUARTERS = phase(3);

    /** No interpolated point exceeds the samples around it by more than this factor. */
    static final float BOUND = (float) (1.0001 * Math.max(norm(HALF), norm(QUARTER)));

    private TruePeakInterpolator() {}

    /** The taps for a point {@code phase}/4 behind the 12th of 24 samples. */
    private static float[] phase(int phase) {
        double[] taps = new double[TAPS];
        double sum = 0;
        for (int k = 0; k < TAPS; k++) {
            double t = k - (TAPS / 2 - 1) - (double) phase / FACTOR;
            taps[k] = sinc(t) * kaiser(t / (TAPS / 2));
            sum += taps[k];
        }
        float[] normalised = new float[TAPS];
        for (int k = 0; k < TAPS; k++) {
            normalised[k] = (float) (taps[k] / sum);
        }
        return normalised;
    }

    private static double sinc(double t) {
        return t == 0 ? 1 : Math.sin(Math.PI * t) / (Math.PI * t);
    }

    private static double kaiser(double t) {
        return bessel(KAISER_BETA * Math.sqrt(Math.max(0, 1 - t * t))) / bessel(KAISER_BETA);
    }

    /** The modified Bessel function of order 0, by its series. */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    private static double norm(float[] taps) {
        double sum = 0;
        for (float tap : taps) {
            sum += Math.abs(tap);
        }
        return sum;
    }

    /**
     * The largest absolute value of the three points behind each of {@code frames} samples. The
     * points of i are made of the samples i to i + 23, and lie between i + 11 and i + 12.
     */
    static float peak(float[] samples, int frames) {
        float peak = 0;
        for (int i = 0; i < frames; i++) {
            float quarter = 0;
            float half = 0;
            float threeQuarters = 0;
            for (int k = 0; k < TAPS; k++) {
                float x = samples[i + k];
                quarter += QUARTER[k] * x;
                half += HALF[k] * x;
                threeQuarters += THREE_QUARTERS[k] * x;
            }
            peak = Math.max(peak, Math.abs(quarter));
            peak = Math.max(peak, Math.abs(half));
            peak = Math.max(peak, Math.abs(threeQuarters));
        }
        return peak;
    }
}
