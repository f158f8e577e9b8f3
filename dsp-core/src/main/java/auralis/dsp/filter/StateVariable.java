package auralis.dsp.filter;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;

/**
 * A second-order filter at work on one channel whose frequency, q and gain may change at every
 * frame without a click: the trapezoidal integrated state variable filter of A. Simper, "Linear
 * Trapezoidal Integrated State Variable Filter With Low Noise Optimisation" (Cytomic, 2013). At
 * rest its responses are those of {@link BiquadDesign}; unlike a direct form its two states are
 * those of the analogue filter's capacitors, so a change of coefficients does not shake them.
 *
 * <p>The output is m0 · input + m1 · band + m2 · low.
 */
public final class StateVariable {
    /** Keeps a decaying state out of the subnormal numbers, as in {@link Biquad}. */
    private static final double TINY = 1e-60;

    /** Half the rate is out of reach: frequencies stop at this share of it. */
    private static final double HIGHEST = 0.49;

    private double a1 = 1;
    private double a2;
    private double a3;
    private double m0 = 1;
    private double m1;
    private double m2;
    private double s1;
    private double s2;

    /** All frequencies in Hz above 0, those over 0.49 of the rate are taken as that; q above 0. */
    public void lowPass(double hz, double q, double sampleRate) {
        integrate(tangent(hz, sampleRate), 1 / q);
        output(0, 0, 1);
    }

    public void highPass(double hz, double q, double sampleRate) {
        integrate(tangent(hz, sampleRate), 1 / q);
        output(1, -1 / q, -1);
    }

    /** {@code gainDb} at {@code hz}, 0 dB far from it; 0 dB passes every sample as it is. */
    public void peaking(double hz, double gainDb, double q, double sampleRate) {
        double a = Decibels.toGain(gainDb / 2);
        double damping = 1 / (q * a);
        integrate(tangent(hz, sampleRate), damping);
        output(1, damping * (a * a - 1), 0);
    }

    /** {@code gainDb} far below {@code hz}, half of it (in dB) at {@code hz}. */
    public void lowShelf(double hz, double gainDb, double q, double sampleRate) {
        double a = Decibels.toGain(gainDb / 2);
        integrate(tangent(hz, sampleRate) / Math.sqrt(a), 1 / q);
        output(1, (a - 1) / q, a * a - 1);
    }

    /** {@code gainDb} far above {@code hz}, half of it (in dB) at {@code hz}. */
    public void highShelf(double hz, double gainDb, double q, double sampleRate) {
        double a = Decibels.toGain(gainDb / 2);
        integrate(tangent(hz, sampleRate) * Math.sqrt(a), 1 / q);
        output(a * a, (1 - a) * a / q, 1 - a * a);
    }

    private static double tangent(double hz, double sampleRate) {
        return Math.tan(Math.PI * Math.min(HIGHEST, hz / sampleRate));
    }

    private void integrate(double g, double damping) {
        a1 = 1 / (1 + g * (g + damping));
        a2 = g * a1;
        a3 = g * a2;
    }

    private void output(double input, double band, double low) {
        m0 = input;
        m1 = band;
        m2 = low;
    }

    /** Filters one sample. */
    public double next(double x) {
        double v3 = x - s2;
        double band = a1 * s1 + a2 * v3;
        double low = s2 + a2 * s1 + a3 * v3;
        s1 = (2 * band - s1) + TINY;
        s2 = (2 * low - s2) + TINY;
        return m0 * x + m1 * band + m2 * low;
    }

    /** Filters {@code from <= i < to} of the plane in place. */
    public void process(float[] plane, int from, int to) {
        double p1 = s1;
        double p2 = s2;
        for (int i = from; i < to; i++) {
            double x = plane[i];
            double v3 = x - p2;
            double band = a1 * p1 + a2 * v3;
            double low = p2 + a2 * p1 + a3 * v3;
            p1 = (2 * band - p1) + TINY;
            p2 = (2 * low - p2) + TINY;
            plane[i] = (float) (m0 * x + m1 * band + m2 * low);
        }
        s1 = p1;
        s2 = p2;
    }

    /**
     * Filters the channels of a block, each by the filter of its number. Those of a stereo block
     * stand in one loop, which takes little longer than one channel alone.
     */
    public static void process(StateVariable[] filters, AudioBlock block) {
        if (filters.length == 2) {
            process(filters[0], filters[1], block);
            return;
        }
        for (int c = 0; c < filters.length; c++) {
            filters[c].process(block.plane(c), block.from(), block.to());
        }
    }

    private static void process(StateVariable left, StateVariable right, AudioBlock block) {
        float[] leftPlane = block.plane(0);
        float[] rightPlane = block.plane(1);
        double l1 = left.s1;
        double l2 = left.s2;
        double r1 = right.s1;
        double r2 = right.s2;
        for (int i = block.from(); i < block.to(); i++) {
            double x = leftPlane[i];
            double y = rightPlane[i];
            double v3 = x - l2;
            double w3 = y - r2;
            double bandX = left.a1 * l1 + left.a2 * v3;
            double bandY = right.a1 * r1 + right.a2 * w3;
            double lowX = l2 + left.a2 * l1 + left.a3 * v3;
            double lowY = r2 + right.a2 * r1 + right.a3 * w3;
            l1 = (2 * bandX - l1) + TINY;
            r1 = (2 * bandY - r1) + TINY;
            l2 = (2 * lowX - l2) + TINY;
            r2 = (2 * lowY - r2) + TINY;
            leftPlane[i] = (float) (left.m0 * x + left.m1 * bandX + left.m2 * lowX);
            rightPlane[i] = (float) (right.m0 * y + right.m1 * bandY + right.m2 * lowY);
        }
        left.s1 = l1;
        left.s2 = l2;
        right.s1 = r1;
        right.s2 = r2;
    }

    public void reset() {
        s1 = 0;
        s2 = 0;
    }
}
