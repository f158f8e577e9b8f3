package auralis.dsp.separate;

import auralis.dsp.Progress;

/**
 * Weighs all that is told about a point into the parts that the stems have in it: the softmax of
 * weighted sums of its {@link Cue}s (a log-linear model, also known as multinomial logistic
 * regression). Its few weights were fitted to generated songs so that what comes out has the least
 * square error (P. Smaragdis, B. Raj and others call such parts soft masks); they are no model of
 * any instrument or singer.
 *
 * @param weights by stem and cue, against that of the other instruments, which is 0
 */
record Fusion(float[][] weights) {
    static final Fusion FIRST_LOOK = new Fusion(Cue.weights(false));
    static final Fusion SECOND_LOOK = new Fusion(Cue.weights(true));

    /** Keeps an exponential finite. */
    private static final float MOST = 30;

    /** The cues of a frame, by cue and bin. */
    interface Cues {
        float[][] of(int t);
    }

    /** The parts of vocals, drums and bass in every point, 0..1, by frame, stem and bin. */
    float[][][] masks(int frames, Cues cues, long units, Progress progress)
            throws InterruptedException {
        float[][][] masks = new float[frames][][];
        Parallel.loop(masks.length, units, progress, t -> masks[t] = masks(cues.of(t)));
        return masks;
    }

    private float[][] masks(float[][] cues) {
        float[][] masks = new float[weights.length][cues[0].length];
        for (int stem = 0; stem < masks.length; stem++) {
            for (int cue = 0; cue < weights[stem].length; cue++) {
                add(weights[stem][cue], cues[cue], masks[stem]);
            }
        }
        for (int bin = 0; bin < cues[0].length; bin++) {
            share(masks, bin);
        }
        return masks;
    }

    private static void add(float weight, float[] cue, float[] sum) {
        for (int bin = 0; bin < sum.length; bin++) {
            sum[bin] += weight * cue[bin];
        }
    }

    /** Makes shares of weighted sums, which with 0 for the rest add up to 1. */
    static void share(float[][] masks, int bin) {
        float sum = 1;
        for (float[] mask : masks) {
            mask[bin] = (float) Math.exp(Math.min(MOST, mask[bin]));
            sum += mask[bin];
        }
        for (float[] mask : masks) {
            mask[bin] /= sum;
        }
    }
}
