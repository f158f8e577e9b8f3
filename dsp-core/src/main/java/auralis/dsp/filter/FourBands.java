package auralis.dsp.filter;

import java.util.Arrays;

/**
 * Splits one channel into four bands of 24 dB per octave whose sum is all-pass (S. H. Linkwitz,
 * "Active crossover networks for noncoincident drivers", JAES 24 (1976) 2). The low band of a split
 * is two Butterworth low-passes in a row, the high band what they leave of the all-pass that both
 * bands sum to. One split stands in the middle and one in each half, where the all-pass of the
 * split that this half misses comes first. The sections of a half stand in one loop and work at the
 * same time, several times as fast as one after the other.
 */
public final class FourBands {
    public static final int COUNT = 4;

    /** See {@link Biquad}. */
    private static final double TINY = 1e-60;

    private final BiquadCoefficients low;
    private final BiquadCoefficients middle;
    private final BiquadCoefficients high;
    private final double[] middleState = new double[8];
    private final double[] lowState = new double[8];
    private final double[] highState = new double[8];
    private final float[] half;

    /**
     * @param maxFrames the most frames per call
     */
    public FourBands(
            double lowHz, double middleHz, double highHz, double sampleRate, int maxFrames) {
        low = BiquadDesign.lowPass(lowHz, BiquadDesign.BUTTERWORTH_Q, sampleRate);
        middle = BiquadDesign.lowPass(middleHz, BiquadDesign.BUTTERWORTH_Q, sampleRate);
        high = BiquadDesign.lowPass(highHz, BiquadDesign.BUTTERWORTH_Q, sampleRate);
        half = new float[maxFrames];
    }

    /**
     * Writes the bands of {@code frames} samples to the start of the four arrays, the lowest first,
     * and adds the energy (sum of squares) of each to {@code energies}.
     */
    public void split(float[] plane, int from, int frames, float[][] bands, double[] energies) {
        split(middle, middleState, plane, from, half, bands[2], frames);
        split(high, low, lowState, half, bands[0], bands[1], frames, energies, 0);
        split(low, high, highState, bands[2], bands[2], bands[3], frames, energies, 2);
    }

    private static void split(
            BiquadCoefficients lowPass,
            double[] state,
            float[] plane,
            int from,
            float[] below,
            float[] above,
            int frames) {
        double b = lowPass.b0();
        double a1 = lowPass.a1();
        double a2 = lowPass.a2();
        double p1 = state[0];
        double p2 = state[1];
        double q1 = state[2];
        double q2 = state[3];
        double r1 = state[4];
        double r2 = state[5];
        for (int i = 0; i < frames; i++) {
            double x = plane[from + i];
            double bx = b * x;
            double y = bx + p1;
            p1 = (bx + bx + p2) - a1 * y;
            p2 = (bx + TINY) - a2 * y;
            double by = b * y;
            double lower = by + q1;
            q1 = (by + by + q2) - a1 * lower;
            q2 = (by + TINY) - a2 * lower;
            double turned = a2 * x + r1;
            r1 = a1 * (x - turned) + r2;
            r2 = (x + TINY) - a2 * turned;
            below[i] = (float) lower;
            above[i] = (float) (turned - lower);
        }
        state[0] = p1;
        state[1] = p2;
        state[2] = q1;
        state[3] = q2;
        state[4] = r1;
        state[5] = r2;
    }

    /** All-pass of the one, then split by the other. */
    private static void split(
            BiquadCoefficients missed,
            BiquadCoefficients lowPass,
            double[] state,
            float[] plane,
            float[] below,
            float[] above,
            int frames,
            double[] energies,
            int band) {
        double m1 = missed.a1();
        double m2 = missed.a2();
        double b = lowPass.b0();
        double a1 = lowPass.a1();
        double a2 = lowPass.a2();
        double p1 = state[0];
        double p2 = state[1];
        double q1 = state[2];
        double q2 = state[3];
        double r1 = state[4];
        double r2 = state[5];
        double s1 = state[6];
        double s2 = state[7];
        double lowerEnergy = energies[band];
        double upperEnergy = energies[band + 1];
        for (int i = 0; i < frames; i++) {
            double in = plane[i];
            double x = m2 * in + s1;
            s1 = m1 * (in - x) + s2;
            s2 = (in + TINY) - m2 * x;
            double bx = b * x;
            double y = bx + p1;
            p1 = (bx + bx + p2) - a1 * y;
            p2 = (bx + TINY) - a2 * y;
            double by = b * y;
            double lower = by + q1;
            q1 = (by + by + q2) - a1 * lower;
            q2 = (by + TINY) - a2 * lower;
            double turned = a2 * x + r1;
            r1 = a1 * (x - turned) + r2;
            r2 = (x + TINY) - a2 * turned;
            double upper = turned - lower;
            lowerEnergy += lower * lower;
            upperEnergy += upper * upper;
            below[i] = (float) lower;
            above[i] = (float) upper;
        }
        state[0] = p1;
        state[1] = p2;
        state[2] = q1;
        state[3] = q2;
        state[4] = r1;
        state[5] = r2;
        state[6] = s1;
        state[7] = s2;
        energies[band] = lowerEnergy;
        energies[band + 1] = upperEnergy;
    }

    public void reset() {
        Arrays.fill(middleState, 0);
        Arrays.fill(lowState, 0);
        Arrays.fill(highState, 0);
    }
}
