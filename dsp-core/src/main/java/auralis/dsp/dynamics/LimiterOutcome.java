package auralis.dsp.dynamics;

import auralis.dsp.Decibels;
import auralis.dsp.meter.LoudnessMeter;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What a limiter makes of a stream at one drive.
 *
 * @param driveDb gain before the limiter
 * @param stepPowers K-weighted power of each whole 100 ms behind it
 * @param stepPeaks true peak of each whole 100 ms behind it, linear
 * @param medianReductionDb median gain reduction while it works, 0 or more
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers that are only read
public record LimiterOutcome(
        double driveDb, double[] stepPowers, double[] stepPeaks, double medianReductionDb) {
    /** A short-term window: 3 s. */
    private static final int WINDOW_STEPS = 30;

    private static final double LOW_PERCENTILE = 0.05;
    private static final double GATE_LUFS = -70;

    public OptionalDouble integratedLufs() {
        return LoudnessMeter.integratedLufs(stepPowers);
    }

    /**
     * The peak-to-short-term-loudness ratio that 95 % of all windows of 3 s surpass, in dB; empty
     * for less than 3 s of sound.
     */
    public OptionalDouble lowPsrDb() {
        double[] ratios = new double[Math.max(0, stepPowers.length - WINDOW_STEPS + 1)];
        int count = 0;
        for (int from = 0; from < ratios.length; from++) {
            double lufs = LoudnessMeter.lufs(mean(from));
            if (lufs > GATE_LUFS) {
                ratios[count++] = Decibels.ofGain(peak(from)) - lufs;
            }
        }
        Arrays.sort(ratios, 0, count);
        return count == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(ratios[(int) (LOW_PERCENTILE * (count - 1))]);
    }

    private double mean(int from) {
        double sum = 0;
        for (int i = from; i < from + WINDOW_STEPS; i++) {
            sum += stepPowers[i];
        }
        return sum / WINDOW_STEPS;
    }

    private double peak(int from) {
        double peak = 0;
        for (int i = from; i < from + WINDOW_STEPS; i++) {
            peak = Math.max(peak, stepPeaks[i]);
        }
        return peak;
    }
}
