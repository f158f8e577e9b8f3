package auralis.dsp.separate;

import auralis.dsp.Progress;

/**
 * Gives the harmonics of the voice to the voice and what lies between them to the rest, after the
 * pitch that is found in the first estimate (as Y. Ikemiya, K. Itoyama, K. Yoshii, "Singing voice
 * separation and vocal F0 estimation based on mutual combination of robust principal component
 * analysis and subharmonic summation", IEEE/ACM TASLP 2016, do with another first estimate). Only
 * in part, since the pitch may be wrong.
 */
final class VoiceComb {
    /** From the voice between its harmonics; to the voice, and from the drums, at them. */
    private static final double TAKEN = 0.8;

    private static final double GIVEN = 0.5;
    private static final double FROM_DRUMS = 0.6;

    /** Below, a kick is as narrow as a harmonic. */
    private static final double DRUMS_FROM_HZ = 300;

    private static final PitchLine.Range RANGE =
            new PitchLine.Range(80, 800, 5_000, true, 0.08, 0.3);
    private static final Comb COMB = new Comb(1.5, 0.012);

    /** Above, teeth are as wide as the gaps. */
    private static final double HIGHEST_HZ = 6_000;

    private static final int HIGHEST_ORDER = 8;

    /** There is nothing worth the time above. */
    private static final double LAST_HZ = 12_000;

    private VoiceComb() {}

    /**
     * @param estimates whose masks of the voice and of what strikes are changed
     */
    static void apply(Grid grid, Estimates estimates, long units, Progress progress)
            throws InterruptedException {
        PitchLine line =
                PitchLine.of(grid, RANGE, estimates.frames(), estimates::vocals, units, progress);
        float[] below = grid.lowPass(HIGHEST_HZ, HIGHEST_ORDER);
        int drumsFrom = grid.binsBelow(DRUMS_FROM_HZ);
        int bins = grid.binsBelow(LAST_HZ);
        Parallel.loop(
                line.frames(),
                0,
                progress,
                t -> {
                    float[] voice = estimates.voice()[t];
                    float[] strikes = estimates.strikes()[t];
                    double pitch = line.bins(grid, t);
                    float certainty = line.certainty()[t];
                    for (int bin = 1; certainty > 0 && bin < bins; bin++) {
                        double tooth = COMB.tooth(bin, pitch);
                        double weight = certainty * below[bin];
                        float most = estimates.aboveBass(t, bin);
                        voice[bin] = combed(voice[bin], most, weight, tooth);
                        if (bin >= drumsFrom) {
                            strikes[bin] *= (float) (1 - FROM_DRUMS * weight * tooth);
                        }
                    }
                });
    }

    private static float combed(float voice, float most, double weight, double tooth) {
        double kept = voice * (1 - TAKEN * weight * (1 - tooth));
        return (float) (kept + GIVEN * weight * tooth * Math.max(0, most - kept));
    }
}
