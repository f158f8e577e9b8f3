package auralis.dsp.separate;

import auralis.dsp.Progress;

/**
 * What the two channels of a frame have in common. With a source s in both and something else in
 * each, L = s + nL and R = s + nR, the linear estimate of s with the least mean square error weighs
 * each channel by how little else is in it; the powers are means over 5 frames and 3 bins.
 */
final class Centre {
    private static final int FRAMES_AROUND = 2;

    private final Spectra left;
    private final Spectra right;
    private final float[] leftPower;
    private final float[] rightPower;
    private final float[] crossPower;

    private Centre(Spectra left, Spectra right) {
        this.left = left;
        this.right = right;
        // A bin of nothing at both ends, so that neighbours need no bounds.
        int length = left.grid().bins() + 2;
        leftPower = new float[length];
        rightPower = new float[length];
        crossPower = new float[length];
    }

    /** The spectrum of what is common, by frame, as those of {@link Spectra#frame}. */
    static float[][] of(Spectra left, Spectra right, Progress progress)
            throws InterruptedException {
        float[][] centre = new float[left.count()][];
        Parallel.loop(
                centre.length, 0, progress, t -> centre[t] = new Centre(left, right).frame(t));
        return centre;
    }

    private float[] frame(int t) {
        sumPowers(t);
        float[] l = left.frame(t);
        float[] r = right.frame(t);
        float[] centre = new float[l.length];
        for (int bin = 0; bin < left.grid().bins(); bin++) {
            float ll = around(leftPower, bin);
            float rr = around(rightPower, bin);
            float common = Math.min(Math.max(around(crossPower, bin), 0), Math.min(ll, rr));
            // Rounding must not make nothing of what is in one channel only.
            float floor = 1e-7f * (ll + rr) + Float.MIN_NORMAL;
            float otherLeft = ll - common + floor;
            float otherRight = rr - common + floor;
            float sum = otherLeft * otherRight + common * (otherLeft + otherRight);
            float weightLeft = sum > 0 ? common * otherRight / sum : 0;
            float weightRight = sum > 0 ? common * otherLeft / sum : 0;
            int re = 2 * bin;
            int im = re + 1;
            float real = weightLeft * l[re] + weightRight * r[re];
            float imaginary = weightLeft * l[im] + weightRight * r[im];
            float gain = agreement(real, imaginary, l[re], l[im], r[re], r[im]);
            centre[re] = gain * real;
            centre[im] = gain * imaginary;
        }
        return centre;
    }

    private void sumPowers(int t) {
        int from = Math.max(0, t - FRAMES_AROUND);
        int to = Math.min(left.count() - 1, t + FRAMES_AROUND);
        for (int n = from; n <= to; n++) {
            float[] l = left.frame(n);
            float[] r = right.frame(n);
            for (int bin = 0; bin < left.grid().bins(); bin++) {
                int re = 2 * bin;
                int im = re + 1;
                leftPower[bin + 1] += l[re] * l[re] + l[im] * l[im];
                rightPower[bin + 1] += r[re] * r[re] + r[im] * r[im];
                crossPower[bin + 1] += l[re] * r[re] + l[im] * r[im];
            }
        }
    }

    private static float around(float[] power, int bin) {
        return power[bin] + power[bin + 1] + power[bin + 2];
    }

    /** Less than 1 where the estimate is weaker than the channels together are. */
    private static float agreement(
            float real, float imaginary, float lRe, float lIm, float rRe, float rIm) {
        double product =
                Math.sqrt(
                        ((double) lRe * lRe + (double) lIm * lIm)
                                * ((double) rRe * rRe + (double) rIm * rIm));
        double square = (double) real * real + (double) imaginary * imaginary;
        return product > square ? (float) (square / product) : 1;
    }
}
