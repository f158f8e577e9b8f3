package auralis.dsp.dynamics;

/**
 * Logarithm and power to base 2, right to about 1e-12, several times faster than {@link
 * Math#log(double)} and {@link Math#exp(double)} and the same on every machine: gain curves need
 * both for every frame. A table covers the coarse part of the argument, a short Taylor series the
 * rest.
 */
final class BinaryLog {
    private static final double LN2 = Math.log(2);

    private static final int LOG_BITS = 7;
    private static final int LOG_SIZE = 1 << LOG_BITS;
    private static final double[] RECIPROCAL = new double[LOG_SIZE];
    private static final double[] LOG = new double[LOG_SIZE];

    private static final int POWER_BITS = 6;
    private static final int POWER_SIZE = 1 << POWER_BITS;
    private static final double[] POWER = new double[POWER_SIZE];

    private static final int MANTISSA_BITS = 52;
    private static final int EXPONENT_BIAS = 1023;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final long ONE_BITS = (long) EXPONENT_BIAS << MANTISSA_BITS;

    static {
        for (int i = 0; i < LOG_SIZE; i++) {
            double middle = 1 + (i + 0.5) / LOG_SIZE;
            RECIPROCAL[i] = 1 / middle;
            LOG[i] = StrictMath.log(middle) / LN2;
        }
        for (int i = 0; i < POWER_SIZE; i++) {
            POWER[i] = StrictMath.pow(2, (double) i / POWER_SIZE);
        }
    }

    private BinaryLog() {}

    /** The logarithm of a normal positive number. */
    static double of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> MANTISSA_BITS) - EXPONENT_BIAS;
        int index = (int) ((bits & MANTISSA_MASK) >>> (MANTISSA_BITS - LOG_BITS));
        double mantissa = Double.longBitsToDouble(bits & MANTISSA_MASK | ONE_BITS);
        double r = mantissa * RECIPROCAL[index] - 1;
        double series = r * (1 - r * (1.0 / 2 - r * (1.0 / 3 - r * (1.0 / 4 - r / 5))));
        return exponent + LOG[index] + series / LN2;
    }

    /** 2 to the power of x, for x in -1000..1000. */
    static double power(double x) {
        double scaled = x * POWER_SIZE;
        int whole = (int) scaled;
        double r = (scaled - whole) * (LN2 / POWER_SIZE);
        double series = 1 + r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + r / 24)));
        long exponent = (whole >> POWER_BITS) + EXPONENT_BIAS;
        double octaves = Double.longBitsToDouble(exponent << MANTISSA_BITS);
        return octaves * POWER[whole & (POWER_SIZE - 1)] * series;
    }
}
