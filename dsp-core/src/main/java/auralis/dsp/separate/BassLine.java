package auralis.dsp.separate;

import auralis.dsp.Progress;

/**
 * Gives the bass a part of its harmonics above the low end, after the line that is found there, and
 * takes more of them from the voice. Only in part, since other instruments play the same notes.
 */
final class BassLine {
    private static final PitchLine.Range RANGE =
            new PitchLine.Range(38, 160, 600, false, 0.15, 0.3);
    private static final Comb COMB = new Comb(1.2, 0.003);
    private static final double SHARE = 0.5;

    /** What the voice loses of them, beyond what the bass gets. */
    private static final double FROM_VOICE = 0.4;

    /** The line is looked for below. */
    private static final double LINE_HZ = 400;

    /** Harmonics are given to the bass below, and taken from the voice below. */
    private static final double HARMONICS_HZ = 300;

    private static final double FROM_VOICE_HZ = 600;
    private static final int ORDER = 4;

    /** There is nothing worth the time above. */
    private static final double HIGHEST_HZ = 2_500;

    private BassLine() {}

    /**
     * @param estimates whose masks of the bass and of the voice are changed
     */
    static void apply(Grid grid, Estimates estimates, long units, Progress progress)
            throws InterruptedException {
        float[] low = grid.lowPass(LINE_HZ, ORDER);
        PitchLine line =
                PitchLine.of(
                        grid,
                        RANGE,
                        estimates.frames(),
                        (t, bins) -> weighed(estimates.lasting(t, bins), low),
                        units,
                        progress);
        float[] share = grid.lowPass(HARMONICS_HZ, ORDER);
        float[] fromVoice = grid.lowPass(FROM_VOICE_HZ, ORDER);
        int bins = grid.binsBelow(HIGHEST_HZ);
        Parallel.loop(
                line.frames(),
                0,
                progress,
                t -> {
                    float[] bass = estimates.bass()[t];
                    double pitch = line.bins(grid, t);
                    float certainty = line.certainty()[t];
                    float[] voice = estimates.voice()[t];
                    for (int bin = 1; certainty > 0 && bin < bins; bin++) {
                        double tooth = certainty * COMB.tooth(bin, pitch);
                        bass[bin] += (float) (SHARE * share[bin] * tooth * (1 - bass[bin]));
                        voice[bin] *= (float) (1 - FROM_VOICE * fromVoice[bin] * tooth);
                    }
                });
    }

    private static float[] weighed(float[] spectrum, float[] weight) {
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] *= weight[i / 2];
        }
        return spectrum;
    }
}
