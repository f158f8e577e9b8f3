package auralis.dsp.meter;

import auralis.dsp.filter.BiquadCoefficients;
import auralis.dsp.filter.KWeightingDesign;

/**
 * The K-weighting of ITU-R BS.1770-5 on one channel, and the energy (sum of squares) behind it. The
 * samples are only read.
 *
 * <p>Both sections stand in one loop, so that the second works on a sample while the first is at
 * the next one: the loop is bound by the latency of one recursion, not by the number of operations.
 */
final class KWeighting {
    /** States below -600 dBFS become zero before they get subnormal. */
    private static final double INAUDIBLE = 1e-30;

    private final BiquadCoefficients shelf;
    private final BiquadCoefficients highPass;
    private double shelf1;
    private double shelf2;
    private double highPass1;
    private double highPass2;
    private double energy;

    KWeighting(int sampleRate) {
        this.shelf = KWeightingDesign.shelf(sampleRate);
        this.highPass = KWeightingDesign.highPass(sampleRate);
    }

    /** Weights {@code from <= i < to} and adds their energy. */
    void add(float[] plane, int from, int to) {
        double b0 = shelf.b0();
        double b1 = shelf.b1();
        double b2 = shelf.b2();
        double a1 = shelf.a1();
        double a2 = shelf.a2();
        double d0 = highPass.b0();
        double d1 = highPass.b1();
        double d2 = highPass.b2();
        double c1 = highPass.a1();
        double c2 = highPass.a2();
        double s1 = shelf1;
        double s2 = shelf2;
        double h1 = highPass1;
        double h2 = highPass2;
        double sum = energy;
        for (int i = from; i < to; i++) {
            double x = plane[i];
            double y = b0 * x + s1;
            s1 = (b1 * x + s2) - a1 * y;
            s2 = b2 * x - a2 * y;
            double z = d0 * y + h1;
            h1 = (d1 * y + h2) - c1 * z;
            h2 = d2 * y - c2 * z;
            sum += z * z;
        }
        shelf1 = s1;
        shelf2 = s2;
        highPass1 = h1;
        highPass2 = h2;
        energy = sum;
    }

    /** The energy since the last call, which ends a step (at the same frames for any blocks). */
    double takeEnergy() {
        double taken = energy;
        energy = 0;
        if (isInaudible()) {
            clearFilter();
        }
        return taken;
    }

    private boolean isInaudible() {
        return Math.abs(shelf1) < INAUDIBLE
                && Math.abs(shelf2) < INAUDIBLE
                && Math.abs(highPass1) < INAUDIBLE
                && Math.abs(highPass2) < INAUDIBLE;
    }

    void reset() {
        energy = 0;
        clearFilter();
    }

    private void clearFilter() {
        shelf1 = 0;
        shelf2 = 0;
        highPass1 = 0;
        highPass2 = 0;
    }
}
