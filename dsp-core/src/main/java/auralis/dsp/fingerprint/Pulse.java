package auralis.dsp.fingerprint;

import java.util.Optional;

/**
 * The beat that fits best to a trace of onsets.
 *
 * @param periodSteps the length of a beat in steps of the trace
 * @param clarity 0..1, how alike the trace is to itself one beat later
 */
record Pulse(double periodSteps, double clarity) {
    private static final double SLOWEST_BPM = 60;
    private static final double FASTEST_BPM = 200;

    /** Where people tap when several tempi would fit, and how far from it, in octaves. */
    private static final double PREFERRED_BPM = 130;

    private static final double PREFERENCE_OCTAVES = 0.8;

    /** The period is read where it has passed so often: an error is divided as many times. */
    private static final int[] MULTIPLES = {2, 4};

    double bpm(double stepsPerSecond) {
        return 60 * stepsPerSecond / periodSteps;
    }

    /**
     * The peak of the autocorrelation, weighted by a log-normal preference (Ellis, "Beat tracking
     * by dynamic programming", J. New Music Research 36, 2007); empty for a trace shorter than two
     * slow beats or without anything periodic.
     */
    static Optional<Pulse> of(Novelty novelty) {
        double stepsPerMinute = 60 * novelty.stepsPerSecond();
        int shortest = (int) Math.floor(stepsPerMinute / FASTEST_BPM);
        int longest = (int) Math.ceil(stepsPerMinute / SLOWEST_BPM);
        if (novelty.steps() < 2 * longest + 2) {
            return Optional.empty();
        }
        int lags = Math.min(novelty.steps() / 2, MULTIPLES[1] * (longest + 2));
        double[] correlation = correlation(novelty, lags);
        boolean hasBars = lags > 4 * (longest + 1);
        int best = 0;
        double bestScore = 0;
        for (int lag = shortest; lag <= longest; lag++) {
            double score = correlation[lag] * preference(stepsPerMinute / lag);
            score *= hasBars ? bar(correlation, lag) : 1;
            if (score > bestScore && isPeak(correlation, lag)) {
                bestScore = score;
                best = lag;
            }
        }
        if (best == 0) {
            return Optional.empty();
        }
        double clarity = Math.min(1, correlation[best] / correlation[0]);
        return Optional.of(new Pulse(refined(correlation, best), clarity));
    }

    /**
     * How alike the trace is to itself three or four beats later, of which the larger counts: what
     * repeats after one and a half beats, as a shuffled hi-hat does, fits into no bar.
     */
    private static double bar(double[] correlation, int lag) {
        double best = 0;
        for (int beats = 3; beats <= 4; beats++) {
            for (int i = beats * lag - beats; i <= beats * lag + beats; i++) {
                best = Math.max(best, correlation[i]);
            }
        }
        return best;
    }

    private static double preference(double bpm) {
        double octaves = Math.log(bpm / PREFERRED_BPM) / Math.log(2) / PREFERENCE_OCTAVES;
        return Math.exp(-octaves * octaves / 2);
    }

    /** The mean product of the trace, without its mean, with itself {@code lag} steps later. */
    private static double[] correlation(Novelty novelty, int lags) {
        int steps = novelty.steps();
        float[] x = smoothed(novelty);
        double[] correlation = new double[lags];
        for (int lag = 0; lag < lags; lag++) {
            double sum = 0;
            for (int i = lag; i < steps; i++) {
                sum += x[i] * x[i - lag];
            }
            correlation[lag] = sum / (steps - lag);
        }
        return correlation;
    }

    /**
     * The trace without its mean, widened by five steps: a beat need not be a whole number of steps
     * long to meet the next one.
     */
    private static float[] smoothed(Novelty novelty) {
        int steps = novelty.steps();
        double mean = 0;
        for (int i = 0; i < steps; i++) {
            mean += novelty.at(i) / steps;
        }
        float[] x = new float[steps];
        for (int i = 2; i < steps - 2; i++) {
            float inner = novelty.at(i - 1) + novelty.at(i + 1);
            float outer = novelty.at(i - 2) + novelty.at(i + 2);
            x[i] = (float) ((3 * novelty.at(i) + 2 * inner + outer) / 9 - mean);
        }
        return x;
    }

    private static boolean isPeak(double[] y, int at) {
        return y[at] >= y[at - 1] && y[at] >= y[at + 1];
    }

    private static double refined(double[] correlation, int lag) {
        double period = vertex(correlation, lag);
        for (int multiple : MULTIPLES) {
            int near = (int) Math.round(multiple * period);
            int peak = highest(correlation, near - multiple, near + multiple);
            if (peak > 0) {
                period = vertex(correlation, peak) / multiple;
            }
        }
        return period;
    }

    /** The highest inner peak in a range of lags, 0 when there is none. */
    private static int highest(double[] y, int from, int to) {
        int best = 0;
        for (int lag = from; lag <= to && lag < y.length - 1; lag++) {
            if (isPeak(y, lag) && y[lag] > 0 && (best == 0 || y[lag] > y[best])) {
                best = lag;
            }
        }
        return best;
    }

    /** Where the parabola through a peak and its neighbours is highest. */
    private static double vertex(double[] y, int at) {
        double left = y[at] - y[at - 1];
        double right = y[at] - y[at + 1];
        double bend = left + right;
        return bend > 0 ? at + (left - right) / (2 * bend) : at;
    }
}
