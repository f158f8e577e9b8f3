package auralis.dsp.speech;

/**
 * The level from which on a frame counts as voice, as it is around each moment. Of half a minute,
 * the 10th percentile is taken as the noise and the 95th as the voice; the gate stands at a share
 * of the way between them, and no more than the range of speech under the voice.
 *
 * <p>The half minutes before and after a moment are looked at, of which the louder noise and the
 * quieter voice count: so the gate is right on both sides of a moment when either changes. Where
 * noise and voice lie close together there is no voice but steady noise, for syllables alone make
 * 15 dB of difference; the same holds where even the loudest is far under the loudest of all.
 */
final class VoiceGate {
    private static final int WINDOW = 30 * FrameLevels.FRAMES_PER_SECOND;
    private static final int STEP = FrameLevels.FRAMES_PER_SECOND;
    private static final double NOISE_SHARE = 0.10;
    private static final double VOICE_SHARE = 0.95;
    private static final double WAY_UP = 0.4;
    private static final double RANGE_DB = 26;

    /** Of steady noise the two percentiles are 2 dB apart. */
    private static final double LEAST_CONTRAST_DB = 6;

    /** Somebody in the background. */
    private static final double FARTHEST_DB = 40;

    /** Speech at this level has no more than three bits. */
    private static final double INAUDIBLE_DB = -85;

    private static final int PER_DB = 4;

    /** At each whole second. */
    private final float[] gatesDb;

    VoiceGate(FrameLevels levels) {
        int count = levels.count();
        int[] all = histogram(levels, 0, count);
        double least = Math.max(INAUDIBLE_DB, percentile(all, VOICE_SHARE) - FARTHEST_DB);
        gatesDb = new float[count / STEP + 1];
        Around[] from = new Around[gatesDb.length];
        for (int second = 0; second < from.length; second++) {
            int first = Math.max(0, Math.min(second * STEP, count - WINDOW));
            from[second] = Around.of(histogram(levels, first, Math.min(count, first + WINDOW)));
        }
        for (int second = 0; second < from.length; second++) {
            Around before = from[Math.max(0, second - WINDOW / STEP)];
            gatesDb[second] = (float) gateDb(before, from[second], least);
        }
    }

    private static int[] histogram(FrameLevels levels, int from, int to) {
        int[] histogram = new int[PER_DB * (int) -FrameLevels.LEAST_DB + 1];
        for (int i = from; i < to; i++) {
            int at = Math.round(PER_DB * (levels.db(i) - FrameLevels.LEAST_DB));
            histogram[Math.min(histogram.length - 1, at)]++;
        }
        return histogram;
    }

    /** The level under which a share of the frames is, to a quarter of a decibel. */
    private static double percentile(int[] histogram, double share) {
        long frames = 0;
        for (int count : histogram) {
            frames += count;
        }
        long below = 0;
        int at = 0;
        while (at < histogram.length - 1 && below + histogram[at] <= share * frames) {
            below += histogram[at++];
        }
        return FrameLevels.LEAST_DB + (double) at / PER_DB;
    }

    /** What is heard in half a minute, in dBFS. */
    private record Around(double noiseDb, double voiceDb) {
        static Around of(int[] histogram) {
            return new Around(
                    percentile(histogram, NOISE_SHARE), percentile(histogram, VOICE_SHARE));
        }

        boolean isVoice(double least) {
            return voiceDb >= least && voiceDb - noiseDb >= LEAST_CONTRAST_DB;
        }
    }

    private static double gateDb(Around before, Around after, double least) {
        double noise = Math.max(before.noiseDb, after.noiseDb);
        double voice =
                Math.min(
                        before.isVoice(least) ? before.voiceDb : Double.POSITIVE_INFINITY,
                        after.isVoice(least) ? after.voiceDb : Double.POSITIVE_INFINITY);
        return Math.max(noise + WAY_UP * Math.max(0, voice - noise), voice - RANGE_DB);
    }

    /** The gate at a frame; infinite where there is no voice. */
    double db(int frame) {
        return gatesDb[Math.min(gatesDb.length - 1, (frame + STEP / 2) / STEP)];
    }
}
