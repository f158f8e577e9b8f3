package auralis.dsp.filter;

/** A second-order section H(z) = (b0 + b1/z + b2/z²) / (1 + a1/z + a2/z²), normalised to a0 = 1. */
public record BiquadCoefficients(double b0, double b1, double b2, double a1, double a2) {
    /** Leaves every signal as it is. */
    public static final BiquadCoefficients IDENTITY = new BiquadCoefficients(1, 0, 0, 0, 0);

    /** Whether this section changes nothing: numerator and denominator are equal. */
    public boolean isIdentity() {
        return b0 == 1 && b1 == a1 && b2 == a2;
    }

    /** The same section with another gain (linear). */
    public BiquadCoefficients times(double gain) {
        return new BiquadCoefficients(b0 * gain, b1 * gain, b2 * gain, a1, a2);
    }

    /** The linear gain |H| at a frequency, for a stream of {@code sampleRate} Hz. */
    public double magnitude(double hz, double sampleRate) {
        double w = 2 * Math.PI * hz / sampleRate;
        double numerator = squaredMagnitude(b0, b1, b2, w);
        return Math.sqrt(numerator / squaredMagnitude(1, a1, a2, w));
    }

    private static double squaredMagnitude(double c0, double c1, double c2, double w) {
        double re = c0 + c1 * Math.cos(w) + c2 * Math.cos(2 * w);
        double im = c1 * Math.sin(w) + c2 * Math.sin(2 * w);
        return re * re + im * im;
    }
}
