package auralis.dsp.dynamics;

import auralis.dsp.Decibels;

/**
 * From a level to a compressor's reduction, step by step; see {@link Compressor} for curve,
 * ballistics and their source. All inner levels are in octaves, of 6.02 dB each.
 */
final class GainComputer {
    static final double DB_PER_OCTAVE = Decibels.ofGain(2);

    /** A reduction that no longer changes a float sample; the recursions end here. */
    private static final double NOTHING = 1e-9;

    private final double threshold;
    private final double halfKnee;
    private final double slope;
    private final double kneeGain;
    private final double attack;
    private final double release;
    private double held;
    private double reduction;

    /**
     * @param stepsPerSecond how often {@link #next} is called
     */
    GainComputer(CompressorSettings settings, double stepsPerSecond) {
        this.threshold = settings.thresholdDb() / DB_PER_OCTAVE;
        this.halfKnee = settings.kneeDb() / 2 / DB_PER_OCTAVE;
        this.slope = 1 - 1 / settings.ratio();
        this.kneeGain = Decibels.toGain(settings.thresholdDb() - settings.kneeDb() / 2);
        this.attack = decayPerStep(settings.attackMs(), stepsPerSecond);
        this.release = decayPerStep(settings.releaseMs(), stepsPerSecond);
    }

    private static double decayPerStep(double ms, double stepsPerSecond) {
        return ms == 0 ? 0 : Math.exp(-1000 / (ms * stepsPerSecond));
    }

    /** Takes a level (linear, >= 0) and gives the reduction in octaves, >= 0. */
    double next(double level) {
        double demand = demand(level);
        held = Math.max(demand, release * held + (1 - release) * demand);
        reduction = attack * reduction + (1 - attack) * held;
        if (held < NOTHING && reduction < NOTHING) {
            reset();
        }
        return reduction;
    }

    /** The static curve: how far a level is taken back, in octaves >= 0. */
    private double demand(double level) {
        if (!(level > kneeGain) || level == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double over = BinaryLog.of(level) - threshold;
        if (over >= halfKnee) {
            return slope * over;
        }
        double intoKnee = Math.max(0, over + halfKnee);
        return slope * intoKnee * intoKnee / (4 * halfKnee);
    }

    void reset() {
        held = 0;
        reduction = 0;
    }
}
