package auralis.dsp.separate;

import auralis.dsp.Progress;

/**
 * What first estimates of a block tell for the next: the pitches of the voice and of the bass, and
 * how much is sung. Harmonics of a voice and what lies between them tell which stem a point belongs
 * to (as Y. Ikemiya, K. Itoyama, K. Yoshii, "Singing voice separation and vocal F0 estimation based
 * on mutual combination of robust principal component analysis and subharmonic summation", IEEE/ACM
 * TASLP 2016, do with another first estimate).
 *
 * @param sung the part of the vocals in each frame, 0..1
 */
record FirstLook(PitchLine voice, PitchLine bass, float[] sung) {
    private static final PitchLine.Range VOICE =
            new PitchLine.Range(80, 800, 5_000, true, 0.08, 0.3);
    private static final Comb VOICE_COMB = new Comb(1.5, 0.012);

    /** Above, teeth of the voice are as wide as the gaps. */
    private static final double HIGHEST_VOICE_HZ = 6_000;

    private static final int HIGHEST_VOICE_ORDER = 8;

    private static final PitchLine.Range BASS = new PitchLine.Range(38, 160, 600, false, 0.15, 0.3);
    private static final Comb BASS_COMB = new Comb(1.2, 0.003);

    /** Above, a bass has little that others have not more of. */
    private static final double HIGHEST_BASS_HZ = 400;

    private static final int HIGHEST_BASS_ORDER = 4;
    private static final double LOWEST_SUNG_HZ = 110;
    private static final double HIGHEST_SUNG_HZ = 5_400;
    private static final int FRAMES_AROUND = 2;

    static FirstLook of(Grid grid, Estimates estimates, long units, Progress progress)
            throws InterruptedException {
        int frames = estimates.frames();
        float[] low = grid.lowPass(HIGHEST_BASS_HZ, HIGHEST_BASS_ORDER);
        PitchLine voice =
                PitchLine.of(
                        grid, VOICE, frames, estimates::vocalsInTheMiddle, units / 2, progress);
        PitchLine bass =
                PitchLine.of(
                        grid,
                        BASS,
                        frames,
                        (t, bins) -> estimates.lasting(t, low, bins),
                        units / 2,
                        progress);
        return new FirstLook(voice, bass, sung(grid, estimates, progress));
    }

    private static float[] sung(Grid grid, Estimates estimates, Progress progress)
            throws InterruptedException {
        int from = grid.binsBelow(LOWEST_SUNG_HZ);
        int to = grid.binsBelow(HIGHEST_SUNG_HZ);
        double[] vocals = new double[estimates.frames()];
        double[] all = new double[estimates.frames()];
        Parallel.loop(
                all.length,
                0,
                progress,
                t -> {
                    for (int bin = from; bin < to; bin++) {
                        double magnitude = estimates.magnitude(t, bin);
                        vocals[t] += estimates.vocals(t, bin) * magnitude;
                        all[t] += magnitude;
                    }
                });
        float[] sung = new float[all.length];
        for (int t = 0; t < sung.length; t++) {
            double sum = around(all, t);
            sung[t] = sum > 0 ? (float) (around(vocals, t) / sum) : 0;
        }
        return sung;
    }

    private static double around(double[] values, int t) {
        double sum = 0;
        for (int n = t - FRAMES_AROUND; n <= t + FRAMES_AROUND; n++) {
            sum += values[MedianNetwork.mirrored(n, values.length)];
        }
        return sum;
    }

    /** How surely every bin of a frame is a harmonic of the voice, 0..1. */
    float[] voiceTeeth(Grid grid, int t) {
        return teeth(grid, t, voice, VOICE_COMB, HIGHEST_VOICE_HZ, HIGHEST_VOICE_ORDER);
    }

    /** How surely every bin of a frame is a harmonic of the bass, 0..1. */
    float[] bassTeeth(Grid grid, int t) {
        return teeth(grid, t, bass, BASS_COMB, HIGHEST_BASS_HZ, HIGHEST_BASS_ORDER);
    }

    private static float[] teeth(
            Grid grid, int t, PitchLine line, Comb comb, double highestHz, int order) {
        float[] teeth = grid.lowPass(highestHz, order);
        double pitch = line.bins(grid, t);
        float certainty = line.certainty()[t];
        for (int bin = 0; bin < teeth.length; bin++) {
            teeth[bin] *= certainty == 0 ? 0 : certainty * (float) comb.tooth(bin, pitch);
        }
        return teeth;
    }
}
