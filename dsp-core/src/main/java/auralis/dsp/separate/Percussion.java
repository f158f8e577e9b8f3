package auralis.dsp.separate;

import auralis.dsp.Progress;

/**
 * How percussive every point of a spectrogram is. What lasts is smooth over time, what strikes is
 * smooth over frequency (D. FitzGerald, "Harmonic/percussive separation using median filtering",
 * DAFx 2010), with a margin that percussion has to exceed (J. Driedger, M. Müller, S. Disch,
 * "Extending harmonic-percussive separation of audio signals", ISMIR 2014). At the low end, where a
 * kick is only some bins wide and bass notes come again on the same few bins, the window over
 * frequency is narrow and the one over time is long.
 */
final class Percussion {
    private static final double TIME_SECONDS = 0.395;
    private static final double LOW_END_SECONDS = 0.8;
    private static final double LONGER_BELOW_HZ = 240;
    private static final double WIDE_HZ = 183;
    private static final double NARROW_HZ = 75;
    private static final double LOW_END_HZ = 180;
    private static final int LOW_END_ORDER = 6;
    private static final float MARGIN = 1.75f;
    private static final float LOW_END_MARGIN = 1.1f;

    private Percussion() {}

    /**
     * @param magnitude by frame and bin
     * @return 0 (lasts) to 1 (strikes), by frame and bin
     */
    static float[][] mask(Grid grid, float[][] magnitude, long units, Progress progress)
            throws InterruptedException {
        float[][] mask = lasting(grid, magnitude, units / 2, progress);
        float[] lowEnd = grid.lowPass(LOW_END_HZ, LOW_END_ORDER);
        int wide = grid.oddBins(WIDE_HZ);
        int narrow = grid.oddBins(NARROW_HZ);
        Parallel.loop(
                mask.length,
                units / 2,
                progress,
                t -> strike(magnitude[t], lowEnd, wide, narrow, mask[t]));
        return mask;
    }

    /** The median over time of every bin, over a longer time at the low end. */
    private static float[][] lasting(Grid grid, float[][] magnitude, long units, Progress progress)
            throws InterruptedException {
        int frames = magnitude.length;
        int length = grid.oddFrames(TIME_SECONDS);
        int lowLength = grid.oddFrames(LOW_END_SECONDS);
        int lowBins =
                Math.min(
                        grid.bins(), 1 + (int) (LONGER_BELOW_HZ * grid.size() / grid.sampleRate()));
        float[][] lasting = new float[frames][grid.bins()];
        Parallel.loop(
                frames,
                units,
                progress,
                t -> {
                    float[] low = new float[lowBins];
                    MedianNetwork.of(length)
                            .ofRows(magnitude, around(t, length, frames), lasting[t]);
                    MedianNetwork.of(lowLength)
                            .ofRows(magnitude, around(t, lowLength, frames), low);
                    System.arraycopy(low, 0, lasting[t], 0, lowBins);
                });
        return lasting;
    }

    private static int[] around(int t, int length, int frames) {
        int[] around = new int[length];
        for (int i = 0; i < length; i++) {
            around[i] = MedianNetwork.mirrored(t + i - length / 2, frames);
        }
        return around;
    }

    /**
     * @param mask what lasts; becomes the mask
     */
    private static void strike(
            float[] magnitude, float[] lowEnd, int wide, int narrow, float[] mask) {
        int bins = mask.length;
        float[] overWide = new float[bins];
        float[] overNarrow = new float[bins];
        MedianNetwork.of(wide).sliding(magnitude, overWide);
        MedianNetwork.of(narrow).sliding(magnitude, overNarrow);
        for (int bin = 0; bin < bins; bin++) {
            float low = lowEnd[bin];
            float strikes = low * overNarrow[bin] + (1 - low) * overWide[bin];
            float lasts = (low * LOW_END_MARGIN + (1 - low) * MARGIN) * mask[bin];
            float power = strikes * strikes;
            float sum = power + lasts * lasts;
            mask[bin] = sum > 0 ? power / sum : 0;
        }
    }
}
