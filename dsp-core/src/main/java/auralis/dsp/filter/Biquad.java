package auralis.dsp.filter;

/**
 * A second-order section at work on one channel: transposed direct form II with double state, the
 * form with the least rounding noise at low frequencies (Smith, "Introduction to Digital Filters").
 *
 * <p>A decaying state would reach the subnormal numbers, on which processors are many times slower.
 * A constant of -1200 dBFS is therefore added to the state at each sample. It is lost in the
 * rounding of any sound and is zero as a float, so silence stays silence; unlike setting small
 * states to zero it takes no branch (twice as slow), starts no limit cycle and knows no blocks.
 */
public final class Biquad {
    private static final double TINY = 1e-60;

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
        z1 = (b1 * x + z2) - a1 * y;
        z2 = (b2 * x + TINY) - a2 * y;
        return y;
    }

    /** Filters {@code from <= i < to} of the plane in place. */
    public void process(float[] plane, int from, int to) {
        double s1 = z1;
        double s2 = z2;
        for (int i = from; i < to; i++) {
            double x = plane[i];
            double y = b0 * x + s1;
            s1 = (b1 * x + s2) - a1 * y;
            s2 = (b2 * x + TINY) - a2 * y;
            plane[i] = (float) y;
        }
        z1 = s1;
        z2 = s2;
    }

    /**
     * Filters by one section and then by another. Both stand in one loop: the second works on a
     * sample while the first is at the next, which takes little longer than one section alone.
     */
    static void process(Biquad first, Biquad second, float[] plane, int from, int to) {
        double p1 = first.z1;
        double p2 = first.z2;
        double q1 = second.z1;
        double q2 = second.z2;
        for (int i = from; i < to; i++) {
            double x = plane[i];
            double y = first.b0 * x + p1;
            p1 = (first.b1 * x + p2) - first.a1 * y;
            p2 = (first.b2 * x + TINY) - first.a2 * y;
            double z = second.b0 * y + q1;
            q1 = (second.b1 * y + q2) - second.a1 * z;
            q2 = (second.b2 * y + TINY) - second.a2 * z;
            plane[i] = (float) z;
        }
        first.z1 = p1;
        first.z2 = p2;
        second.z1 = q1;
        second.z2 = q2;
    }

    public void reset() {
        z1 = 0;
        z2 = 0;
    }
}
