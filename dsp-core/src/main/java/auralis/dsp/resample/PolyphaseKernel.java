package auralis.dsp.resample;

/**
 * The taps of a sample-rate conversion by {@code up / down}: one row per phase of an output frame
 * between two input frames, from a sinc under Kaiser's window.
 *
 * <p>The stop band begins at the lower Nyquist frequency, 150 dB down. The pass band ends at 0.907
 * of it (20 kHz at 44.1 kHz), or at 0.85 from 48 kHz upwards, where there is room (20.4 kHz). That
 * takes 216 or 132 taps at the lower rate by J. F. Kaiser's formula. Each row has a gain of exactly
 * 1 at 0 Hz.
 */
final class PolyphaseKernel {
    private static final double PASS = 20_000 / 22_050.0;
    private static final double RELAXED_PASS = 0.85;
    private static final int RELAXED_RATE = 48_000;
    private static final double ATTENUATION_DB = 150;
    private static final double BETA = 0.1102 * (ATTENUATION_DB - 8.7);

    /** Rates with hardly a common factor need more rows than this; those are made when used. */
    private static final long MOST_STORED_TAPS = 4_000_000;

    /** 1/k², for the series of the Bessel function. */
    private static final double[] INVERSE_SQUARES = new double[64];

    static {
        for (int k = 1; k < INVERSE_SQUARES.length; k++) {
            INVERSE_SQUARES[k] = 1.0 / (k * k);
        }
    }

    private final int up;
    private final int down;
    private final double cutoff;
    private final double halfWidth;
    private final int taps;
    private final double[][] rows;

    PolyphaseKernel(int fromRate, int toRate) {
        int divisor = greatestCommonDivisor(fromRate, toRate);
        this.up = toRate / divisor;
        this.down = fromRate / divisor;
        double bandwidth = Math.min(1, (double) up / down);
        double pass = Math.min(fromRate, toRate) < RELAXED_RATE ? PASS : RELAXED_PASS;
        this.cutoff = bandwidth * (1 + pass) / 2;
        this.halfWidth = (ATTENUATION_DB - 7.95) / (14.36 * (1 - pass) * bandwidth);
        // Even halves, so that the number of taps is a multiple of four.
        this.taps = 4 * (int) Math.ceil(halfWidth / 2);
        this.rows = (long) up * taps > MOST_STORED_TAPS ? null : new double[up][];
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /** Output frames per period of phases. */
    int up() {
        return up;
    }

    /** Input frames per period of phases. */
    int down() {
        return down;
    }

    /** The taps per row, a multiple of four; the middle two enclose the output frame. */
    int taps() {
        return taps;
    }

    /** The taps of an output frame {@code phase / up} behind an input frame. */
    double[] row(int phase) {
        if (rows == null) {
            return design(phase);
        }
        if (rows[phase] == null) {
            rows[phase] = design(phase);
        }
        return rows[phase];
    }

    private double[] design(int phase) {
        double[] row = new double[taps];
        double sum = 0;
        for (int k = 0; k < taps; k++) {
            double x = k - (taps / 2 - 1) - (double) phase / up;
            row[k] = sinc(cutoff * x) * kaiser(x / halfWidth);
            sum += row[k];
        }
        for (int k = 0; k < taps; k++) {
            row[k] /= sum;
        }
        return row;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** Kaiser's window at -1..1, not normalised: the series ends after about 40 terms. */
    private static double kaiser(double x) {
        double square = BETA * BETA / 4 * (1 - x * x);
        if (square < 0) {
            return 0;
        }
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-18 * sum; k++) {
            term *= square * INVERSE_SQUARES[k];
            sum += term;
        }
        return sum;
    }
}
