package auralis.dsp.dynamics;

import auralis.dsp.Decibels;
import java.util.Arrays;

/**
 * One drive of a {@link LimiterForecast}: the gain of the limiter, by the very stages of {@link
 * TruePeakLimiter}, at the rate of the hops.
 */
final class LimiterTrial {
    static final int STEPS_PER_SECOND = 10;

    private final double driveDb;
    private final double drive;
    private final double ceiling;
    private final boolean limiting;
    private final SlidingMinimum minimum;
    private final ReleaseEnvelope release;
    private final BoxAverages smoother;
    private final ReductionHistogram histogram;
    // Energies and peaks wait until the gain that looks ahead of them is there.
    private final double[] waitingEnergies;
    private final double[] waitingPeaks;
    private int oldest;
    private double[] gains = {};

    private final double hopsPerStep;
    private final double framesPerStep;
    private double[] stepPowers = new double[1024];
    private double[] stepPeaks = new double[1024];
    private long hop;

    LimiterTrial(LimiterSettings settings, double driveDb, int sampleRate, double hopRate) {
        this(settings, driveDb, sampleRate, hopRate, true);
    }

    /** What the limiter would get, with no drive and no limiting. */
    static LimiterTrial without(LimiterSettings settings, int sampleRate, double hopRate) {
        return new LimiterTrial(settings, 0, sampleRate, hopRate, false);
    }

    private LimiterTrial(
            LimiterSettings settings,
            double driveDb,
            int sampleRate,
            double hopRate,
            boolean limiting) {
        this.driveDb = driveDb;
        this.drive = Decibels.toGain(driveDb);
        this.ceiling = Decibels.toGain(settings.ceilingDbtp());
        this.limiting = limiting;
        int lookAhead = (int) Math.round(settings.lookAheadMs() / 1000 * hopRate);
        int hold = (int) Math.round(settings.holdMs() / 1000 * hopRate);
        this.minimum = new SlidingMinimum(Math.max(1, hold + lookAhead));
        this.release = new ReleaseEnvelope(settings, hopRate);
        this.smoother = new BoxAverages(lookAhead);
        this.histogram = new ReductionHistogram((int) hopRate);
        double delay = TruePeakDetector.DELAY * hopRate / sampleRate;
        int late = Math.max(1, lookAhead + (int) Math.round(delay));
        this.waitingEnergies = new double[late];
        this.waitingPeaks = new double[Math.max(1, lookAhead)];
        this.hopsPerStep = hopRate / STEPS_PER_SECOND;
        this.framesPerStep = (double) sampleRate / STEPS_PER_SECOND;
        this.hop = -late;
    }

    /**
     * @param peaks true peaks of the next hops, {@link TruePeakDetector#DELAY} frames late
     * @param energies K-weighted energies of the next hops
     */
    void add(double[] peaks, double[] energies) {
        if (gains.length != peaks.length) {
            gains = new double[peaks.length];
        }
        if (limiting) {
            computeGains(peaks);
            histogram.add(gains, gains.length);
        } else {
            Arrays.fill(gains, 1);
        }
        for (int i = 0; i < gains.length; i++) {
            add(gains[i] * drive, peaks[i], energies[i]);
        }
    }

    private void computeGains(double[] peaks) {
        boolean demanded = false;
        for (int i = 0; i < gains.length; i++) {
            gains[i] = TruePeakLimiter.demandedGain(peaks[i] * drive / ceiling);
            demanded |= gains[i] < 1;
        }
        if (demanded || !(minimum.isOpen() && release.isOpen() && smoother.isOpen())) {
            minimum.process(gains, gains.length);
            release.process(gains, gains.length);
            smoother.process(gains, gains.length);
        }
    }

    private void add(double gain, double peak, double energy) {
        int slot = (int) Math.floorMod(hop, (long) waitingEnergies.length);
        double dueEnergy = waitingEnergies[slot];
        waitingEnergies[slot] = energy;
        double duePeak = waitingPeaks[oldest];
        waitingPeaks[oldest] = peak;
        oldest = oldest + 1 == waitingPeaks.length ? 0 : oldest + 1;
        if (hop >= 0) {
            int step = (int) (hop / hopsPerStep);
            if (step >= stepPowers.length) {
                stepPowers = Arrays.copyOf(stepPowers, 2 * step);
                stepPeaks = Arrays.copyOf(stepPeaks, 2 * step);
            }
            stepPowers[step] += dueEnergy * gain * gain / framesPerStep;
            stepPeaks[step] = Math.max(stepPeaks[step], duePeak * gain);
        }
        hop++;
    }

    /** The outcome of the first {@code steps} of 100 ms. */
    LimiterOutcome outcome(int steps) {
        return new LimiterOutcome(
                driveDb,
                Arrays.copyOf(stepPowers, steps),
                Arrays.copyOf(stepPeaks, steps),
                limiting ? histogram.medianDb() : 0);
    }
}
