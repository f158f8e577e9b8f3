package auralis.dsp.filter;

/**
 * A second-order section at work on one channel: transposed direct form II with double state, the
 * form with the least rounding noise at low frequencies (Smith, "Introduction to Digital Filters").
 *
 * <p>A decaying state would reach the subnormal numbers, on which processors are many times slower.
 * Both states are therefore set to zero once both are below -600 dBFS. (Each for itself would start
 * a limit cycle.) That happens at a sample, so blocks don't matter.
 */
public final class Biquad {
    private static final double INAUDIBLE = 1e-30;

    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double z1;
    private double z2;

    public Biquad(BiquadCoefficients coefficients) {
        this.b0 = coefficients.b0();
        this.b1 = coefficients.b1();
        this.b2 = coefficients.b2();
        this.a1 = coefficients.a1();
        this.a2 = coefficients.a2();
    }

    /** Filters one sample. */
    public double next(double x) {
        double y = b0 * x + z1;
        z1 = b1 * x - a1 * y + z2;
        z2 = b2 * x - a2 * y;
        if (Math.abs(z1) < INAUDIBLE && Math.abs(z2) < INAUDIBLE) {
            reset();
        }
        return y;
    }

    /** Filters {@code from <= i < to} of the plane in place. */
    public void process(float[] plane, int from, int to) {
        for (int i = from; i < to; i++) {
            plane[i] = (float) next(plane[i]);
        }
    }

    public void reset() {
        z1 = 0;
        z2 = 0;
    }
}
