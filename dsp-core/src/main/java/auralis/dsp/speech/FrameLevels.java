package auralis.dsp.speech;

import auralis.dsp.Decibels;
import auralis.dsp.filter.Biquad;
import auralis.dsp.filter.BiquadDesign;

import java.util.Arrays;

/**
 * How loud the range of voices is, every 20 ms: the RMS of 120 to 5000 Hz in dBFS. Takes 4 bytes
 * for a frame, so 7 MB for ten hours.
 */
final class FrameLevels {
    static final int FRAMES_PER_SECOND = 50;

    /** Below the rounding noise of 16 bits. */
    static final float LEAST_DB = -120;

    private static final double LOW_HZ = 120;
    private static final double HIGH_HZ = 5_000;

    private final int sampleRate;
    private final Biquad highPass;
    private final Biquad lowPass;
    private float[] levelsDb = new float[4_096];
    private int count;
    private long samples;
    private long frameEnd;
    private long frameStart;
    private double squares;

    FrameLevels(int sampleRate) {
        if (sampleRate < 4_000) {
            throw new IllegalArgumentException("no speech at " + sampleRate + " Hz");
        }
        this.sampleRate = sampleRate;
        double q = BiquadDesign.BUTTERWORTH_Q;
        highPass = new Biquad(BiquadDesign.highPass(LOW_HZ, q, sampleRate));
        double highHz = Math.min(HIGH_HZ, 0.45 * sampleRate);
        lowPass = new Biquad(BiquadDesign.lowPass(highHz, q, sampleRate));
        frameEnd = endOf(0);
    }

    /** Frames of 20 ms on the whole, where the rate is no multiple of 50 Hz too. */
    private long endOf(int frame) {
        return Math.round((frame + 1.0) * sampleRate / FRAMES_PER_SECOND);
    }

    void add(float[] sound, int from, int to) {
        for (int i = from; i < to; i++) {
            double y = lowPass.next(highPass.next(sound[i]));
            squares += y * y;
            if (++samples == frameEnd) {
                complete();
            }
        }
    }

    private void complete() {
        double power = squares / (frameEnd - frameStart);
        if (count == levelsDb.length) {
            levelsDb = Arrays.copyOf(levelsDb, count + count / 2);
        }
        levelsDb[count++] = (float) Math.max(LEAST_DB, Decibels.ofPower(power));
        squares = 0;
        frameStart = frameEnd;
        frameEnd = endOf(count);
    }

    /** How many frames are complete. */
    int count() {
        return count;
    }

    float db(int frame) {
        return levelsDb[frame];
    }

    /** Length of what was added, in seconds. */
    double seconds() {
        return (double) samples / sampleRate;
    }

    /** The RMS of a run of frames, which must not be empty. */
    double meanDb(int from, int to) {
        double power = 0;
        for (int i = from; i < to; i++) {
            power += Decibels.toPower(levelsDb[i]);
        }
        return Math.max(LEAST_DB, Decibels.ofPower(power / (to - from)));
    }
}
