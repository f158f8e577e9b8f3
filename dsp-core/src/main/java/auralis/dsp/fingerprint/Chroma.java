package auralis.dsp.fingerprint;

import java.util.Arrays;

/**
 * How the power of spectral peaks falls on the twelve pitch classes (A = 440 Hz), from C2 to C8.
 *
 * <p>Peaks, not bins: at the low end a bin is wider than a semitone, but the place of a peak is
 * known much finer: it is the vertex of the parabola through three points of the fourth root of the
 * amplitude, which nearly is a parabola around the peak of a Hann window (Werner and Germain,
 * Applied Sciences 6(10) 306, 2016). A pitch between two classes is divided between them.
 */
final class Chroma {
    /** The range in semitones from A4, 52 Hz to 5.9 kHz, and how long it takes to fade. */
    private static final double LOWEST = -37;

    private static final double HIGHEST = 45;
    private static final double FADE = 6;

    /** Peaks 50 dB under the highest are left out: a hundred of them hold a thousandth of it. */
    private static final float AUDIBLE_SHARE = 1e-5f;

    private static final int CLASSES = 12;
    private static final double SEMITONES_PER_E = CLASSES / Math.log(2);

    private final double logBinOverA4;
    private final int from;
    private final int to;
    private final double[] classes = new double[CLASSES];

    Chroma(double binHz, int bins) {
        logBinOverA4 = Math.log(binHz / 440);
        from = Math.max(2, (int) Math.floor(bin(LOWEST)));
        to = Math.min(bins - 2, (int) Math.ceil(bin(HIGHEST)));
    }

    private double bin(double pitch) {
        return Math.exp(pitch / SEMITONES_PER_E - logBinOverA4);
    }

    /** 0 where all classes have equal power (or there is none), 1 where one has it all. */
    float concentration(float[] power) {
        Arrays.fill(classes, 0);
        float least = AUDIBLE_SHARE * highest(power);
        double sum = 0;
        for (int k = from; k <= to; k++) {
            float p = power[k];
            if (p > least && p > power[k - 1] && p >= power[k + 1]) {
                sum += addPeak(power, k);
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

    private float highest(float[] power) {
        float highest = 0;
        for (int k = from; k <= to; k++) {
            highest = power[k] > highest ? power[k] : highest;
        }
        return highest;
    }

    /** Adds the power at the vertex of the parabola to the classes at its place, and returns it. */
    private double addPeak(float[] power, int k) {
        double peak = eighthRoot(power[k]);
        double left = peak - eighthRoot(power[k - 1]);
        double right = peak - eighthRoot(power[k + 1]);
        double offset = (left - right) / (2 * (left + right));
        double height = peak + (left - right) * offset / 4;
        double squared = height * height;
        double vertex = squared * squared * squared * squared;
        return place(SEMITONES_PER_E * (Math.log(k + offset) + logBinOverA4), vertex);
    }

    private static double eighthRoot(double power) {
        return Math.sqrt(Math.sqrt(Math.sqrt(power)));
    }

    private double place(double pitch, double power) {
        double faded = power * within((pitch - LOWEST) / FADE) * within((HIGHEST - pitch) / FADE);
        int below = (int) Math.floor(pitch);
        double part = pitch - below;
        classes[Math.floorMod(below, CLASSES)] += (1 - part) * faded;
        classes[Math.floorMod(below + 1, CLASSES)] += part * faded;
        return faded;
    }

    private static double within(double fade) {
        return Math.max(0, Math.min(1, fade));
    }
}
