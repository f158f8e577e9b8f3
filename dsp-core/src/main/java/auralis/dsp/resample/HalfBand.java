package auralis.dsp.resample;

import auralis.dsp.AudioBlock;

/**
 * Takes every second sample of a stream behind a half-band low-pass: a windowed sinc of 27 taps
 * (Hamming) of which all but the middle one at even distance are zero. Up to 0.18 of the rate it is
 * flat within 0.02 dB, and what folds down there from above 0.32 is 50 dB lower.
 *
 * <p>Its delay is of no interest to a measurement and is not made up for; the frames at the end for
 * which the filter would need more are not given.
 */
final class HalfBand {
    private static final int PAIRS = 7;
    private static final int REACH = 2 * PAIRS - 1;
    private static final int HISTORY = 2 * REACH;

    /** The taps at distance 1, 3, 5 ... on both sides. */
    private static final float[] TAPS = taps();

    private final float[][] lines;
    private final AudioBlock halved;

    /** Where in a line the next frame stands in the middle of the filter. */
    private int next = HISTORY;

    HalfBand(int channels, int maxFrames) {
        lines = new float[channels][HISTORY + maxFrames];
        halved = new AudioBlock(channels, maxFrames / 2 + 1);
    }

    private static float[] taps() {
        double[] taps = new double[PAIRS];
        double sum = 0;
        for (int k = 0; k < PAIRS; k++) {
            double distance = 2 * k + 1;
            double window = 0.54 + 0.46 * Math.cos(Math.PI * distance / (REACH + 1));
            taps[k] = window * sinc(distance / 2);
            sum += taps[k];
        }
        float[] normalised = new float[PAIRS];
        for (int k = 0; k < PAIRS; k++) {
            // With the middle tap of 1/2 the gain at 0 Hz is 1.
            normalised[k] = (float) (taps[k] / (4 * sum));
        }
        return normalised;
    }

    private static double sinc(double t) {
        return Math.sin(Math.PI * t) / (Math.PI * t);
    }

    /** The frames that the window of the block completes; valid until the next call. */
    AudioBlock process(AudioBlock block) {
        int frames = block.frames();
        int count = Math.max(0, (HISTORY + frames - REACH - next + 1) / 2);
        for (int c = 0; c < lines.length; c++) {
            float[] line = lines[c];
            System.arraycopy(block.plane(c), block.from(), line, HISTORY, frames);
            filter(line, next, halved.plane(c), count);
            System.arraycopy(line, frames, line, 0, HISTORY);
        }
        next += 2 * count - frames;
        return halved.first(count);
    }

    private static void filter(float[] line, int first, float[] out, int count) {
        float t1 = TAPS[0];
        float t3 = TAPS[1];
        float t5 = TAPS[2];
        float t7 = TAPS[3];
        float t9 = TAPS[4];
        float t11 = TAPS[5];
        float t13 = TAPS[6];
        for (int i = 0; i < count; i++) {
            int at = first + 2 * i;
            float near = t1 * (line[at - 1] + line[at + 1]) + t3 * (line[at - 3] + line[at + 3]);
            float middle = t5 * (line[at - 5] + line[at + 5]) + t7 * (line[at - 7] + line[at + 7]);
            float far = t9 * (line[at - 9] + line[at + 9]) + t11 * (line[at - 11] + line[at + 11]);
            float last = t13 * (line[at - 13] + line[at + 13]) + line[at] / 2;
            out[i] = (near + middle) + (far + last);
        }
    }
}
