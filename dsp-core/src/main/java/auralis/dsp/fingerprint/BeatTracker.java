package auralis.dsp.fingerprint;

import java.util.Arrays;

/**
 * Places beats on onsets, about one pulse apart, by dynamic programming (after Ellis, J. New Music
 * Research 36, 2007): the sequence with the largest sum of onset strength less a cost for each
 * beat, and less {@code tightness (ln(interval / period))²} for each interval.
 *
 * <p>Two things are different. The tightness grows with the clarity of the pulse: where there is
 * none, the beats follow the onsets instead of a metronome that nobody plays, and the intervals
 * show it. And a sequence may pause for longer than eight periods; a pause is no interval.
 */
final class BeatTracker {
    private static final double FULL_TIGHTNESS = 40;

    /** What a beat costs, in units of the RMS of the trace: more than a step without onset has. */
    private static final double BEAT_COST = 1;

    private static final double PAUSE_COST = 20;
    private static final double SHORTEST_PERIODS = 0.0625;
    private static final double LONGEST_PERIODS = 8;
    private static final int LEAST_BEATS = 4;

    /** Ten minutes are tracked at a time, so that the tables do not grow with the track. */
    private static final int SEGMENT = 60_000;

    private final Novelty novelty;
    private final double scale;
    private final double[] intervalCost;
    private final int shortest;
    private final double[] score;
    private final int[] before;

    private long intervals;
    private double sum;
    private double sumOfSquares;

    BeatTracker(Novelty novelty, Pulse pulse) {
        this.novelty = novelty;
        this.scale = 1 / novelty.rms();
        this.shortest = (int) Math.max(1, Math.round(SHORTEST_PERIODS * pulse.periodSteps()));
        int longest = (int) Math.round(LONGEST_PERIODS * pulse.periodSteps());
        this.intervalCost = new double[longest + 1];
        double tightness = FULL_TIGHTNESS * Math.pow(pulse.clarity(), 3);
        for (int i = 1; i <= longest; i++) {
            double octaves = Math.log(i / pulse.periodSteps());
            intervalCost[i] = tightness * octaves * octaves;
        }
        int longestSegment = Math.min(SEGMENT, novelty.steps());
        this.score = new double[longestSegment];
        this.before = new int[longestSegment];
    }

    /** 1 / (1 + CV) of the intervals between beats; 0 with fewer than four beats. */
    double stability() {
        for (int start = 0; start < novelty.steps(); start += SEGMENT) {
            track(start, Math.min(SEGMENT, novelty.steps() - start));
        }
        if (intervals < LEAST_BEATS - 1) {
            return 0;
        }
        double mean = sum / intervals;
        double variance = Math.max(0, sumOfSquares / intervals - mean * mean);
        return 1 / (1 + Math.sqrt(variance) / mean);
    }

    private void track(int start, int steps) {
        Arrays.fill(before, -1);
        int bestBeforePause = -1;
        for (int i = 0; i < steps; i++) {
            int left = i - intervalCost.length;
            if (left >= 0 && (bestBeforePause < 0 || score[left] > score[bestBeforePause])) {
                bestBeforePause = left;
            }
            score[i] = novelty.at(start + i) * scale - BEAT_COST + bestPast(i, bestBeforePause);
        }
        collect(steps);
    }

    /** The best score that a beat at {@code i} can continue, 0 where it starts anew. */
    private double bestPast(int i, int bestBeforePause) {
        double best = 0;
        if (bestBeforePause >= 0 && score[bestBeforePause] - PAUSE_COST > best) {
            best = score[bestBeforePause] - PAUSE_COST;
            before[i] = bestBeforePause;
        }
        for (int interval = shortest; interval < intervalCost.length && interval <= i; interval++) {
            double past = score[i - interval] - intervalCost[interval];
            if (past > best) {
                best = past;
                before[i] = i - interval;
            }
        }
        return best;
    }

    /** Walks back from the best end and counts the intervals that are no pause. */
    private void collect(int steps) {
        int at = 0;
        for (int i = 1; i < steps; i++) {
            at = score[i] > score[at] ? i : at;
        }
        for (; before[at] >= 0; at = before[at]) {
            int interval = at - before[at];
            if (interval < intervalCost.length) {
                intervals++;
                sum += interval;
                sumOfSquares += (double) interval * interval;
            }
        }
    }
}
