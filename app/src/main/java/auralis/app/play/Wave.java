package auralis.app.play;

import auralis.dsp.meter.WaveformSummary;
import java.util.Optional;

/**
 * What a {@link WaveBar} draws.
 *
 * @param mastered drawn before the original; empty for the original alone
 * @param originalGain linear, at which the original is drawn
 * @param masteredGain the same of the mastered shape: equally loud shapes show what the limiter
 *     takes
 */
public record Wave(
        WaveformSummary original,
        Optional<WaveformSummary> mastered,
        double originalGain,
        double masteredGain) {
    /** The highest sample of 16 bits: the true peak between such samples is over. */
    private static final float FULL_SCALE = 32_767 / 32_768f;

    public static Wave of(WaveformSummary original) {
        return new Wave(original, Optional.empty(), 1, 1);
    }

    /** In how many stretches the original reaches full scale. */
    long overs() {
        float[] min = original.min();
        float[] max = original.max();
        long overs = 0;
        for (int i = 0; i < min.length; i++) {
            overs += isOver(Math.max(-min[i], max[i])) ? 1 : 0;
        }
        return overs;
    }

    static boolean isOver(double peak) {
        return peak >= FULL_SCALE;
    }
}
