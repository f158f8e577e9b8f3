package auralis.dsp.fingerprint;

import java.util.Arrays;

/**
 * How the power of spectral peaks falls on the twelve pitch classes (A = 440 Hz), from C2 to C8.
 *
 * <p>Peaks, not bins: at the low end a bin is wider than a semitone, but the place of a peak is
 * known much finer. For a Hann window the ratio r of the amplitudes of the larger neighbour and the
 * peak puts it (2r - 1) / (r + 1) bins towards that neighbour, exactly for a steady tone (Grandke,
 * IEEE Trans. Instrum. Meas. 32, 1983). A pitch between two classes is divided between them.
 */
final class Chroma {
    private static final double LOW_HZ = 65.4;
    private static final double HIGH_HZ = 4186;
    private static final int CLASSES = 12;
    private static final double SEMITONES_PER_E = CLASSES / Math.log(2);

    private final double logBinOverA4;
    private final int from;
    private final int to;
    private final double[] classes = new double[CLASSES];

    Chroma(double binHz, int bins) {
        logBinOverA4 = Math.log(binHz / 440);
        from = Math.max(2, (int) Math.ceil(LOW_HZ / binHz));
        to = Math.min(bins - 2, (int) Math.floor(HIGH_HZ / binHz));
    }

    /** 0 where all classes have equal power (or there is none), 1 where one has it all. */
    float concentration(float[] power) {
        Arrays.fill(classes, 0);
        double sum = 0;
        for (int k = from; k <= to; k++) {
            if (power[k] > power[k - 1] && power[k] >= power[k + 1]) {
                double peak = (double) power[k - 1] + power[k] + power[k + 1];
                place(k + offset(power, k), peak);
                sum += peak;
            }
        }
        if (!(sum > 0)) {
            return 0;
        }
        double max = 0;
        for (double share : classes) {
            max = Math.max(max, share / sum);
        }
        return (float) ((max * CLASSES - 1) / (CLASSES - 1));
    }

    private static double offset(float[] power, int k) {
        boolean up = power[k + 1] > power[k - 1];
        double r = Math.sqrt((up ? power[k + 1] : power[k - 1]) / power[k]);
        double distance = Math.max(0, (2 * r - 1) / (r + 1));
        return up ? distance : -distance;
    }

    private void place(double bin, double peak) {
        double pitch = SEMITONES_PER_E * (Math.log(bin) + logBinOverA4);
        int below = (int) Math.floor(pitch);
        double part = pitch - below;
        classes[Math.floorMod(below, CLASSES)] += (1 - part) * peak;
        classes[Math.floorMod(below + 1, CLASSES)] += part * peak;
    }
}
