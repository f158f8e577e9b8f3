package auralis.dsp.speech;

import auralis.dsp.Decibels;

import java.util.ArrayList;
import java.util.List;

/**
 * How loud a short sound is every 10 ms, over 30 ms around, and where it is least: between
 * syllables and words more often than inside of them. Times are in seconds from the beginning of
 * the sound. Immutable.
 */
public final class SpeechLevels {
    private static final double HOP_SECONDS = 0.01;
    private static final float LEAST_DB = -120;

    /** What one dB less is worth, in seconds of being farther away. */
    private static final double SECONDS_PER_DB = 0.006;

    private final float[] levelsDb;

    /**
     * @param sampleRate in Hz
     */
    public SpeechLevels(float[] samples, int sampleRate) {
        int hop = (int) Math.round(HOP_SECONDS * sampleRate);
        levelsDb = new float[samples.length / hop + 1];
        double[] squares = new double[samples.length + 1];
        for (int i = 0; i < samples.length; i++) {
            squares[i + 1] = squares[i] + (double) samples[i] * samples[i];
        }
        for (int i = 0; i < levelsDb.length; i++) {
            int from = Math.max(0, i * hop - hop * 3 / 2);
            int to = Math.min(samples.length, i * hop + hop * 3 / 2);
            double power = (squares[to] - squares[from]) / Math.max(1, to - from);
            levelsDb[i] = (float) Math.max(LEAST_DB, Decibels.ofPower(power));
        }
    }

    /** The level at a time, in dBFS, -120 or more. */
    public double db(double seconds) {
        int at = (int) Math.round(seconds / HOP_SECONDS);
        return levelsDb[Math.max(0, Math.min(levelsDb.length - 1, at))];
    }

    /**
     * The quietest moment near a time, no farther than so many seconds; near ones are preferred.
     */
    public double quietest(double near, double within) {
        int reach = (int) Math.round(within / HOP_SECONDS);
        double best = near;
        double least = db(near);
        for (int i = -reach; i <= reach; i++) {
            double at = near + i * HOP_SECONDS;
            double cost = db(at) + Math.abs(i) * HOP_SECONDS / SECONDS_PER_DB;
            if (at >= 0 && cost < least) {
                least = cost;
                best = at;
            }
        }
        return best;
    }

    /** The moments that are quieter than all around them, for so many seconds to both sides. */
    public List<Double> minima(double around) {
        int reach = (int) Math.round(around / HOP_SECONDS);
        List<Double> minima = new ArrayList<>();
        for (int i = reach; i < levelsDb.length - reach; i++) {
            if (isLeast(i, reach)) {
                minima.add(i * HOP_SECONDS);
            }
        }
        return minima;
    }

    private boolean isLeast(int at, int reach) {
        for (int i = at - reach; i <= at + reach; i++) {
            if (levelsDb[i] < levelsDb[at] || i < at && levelsDb[i] == levelsDb[at]) {
                return false;
            }
        }
        return true;
    }
}
