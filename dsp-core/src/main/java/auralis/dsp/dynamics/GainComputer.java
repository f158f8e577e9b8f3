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

    private CompressorSettings settings;
    private double stepsPerSecond = 1;
    private double threshold;
    private double halfKnee;
    private double slope;
    private double kneeGain;
    private double attack;
    private double release;
    private double held;
    private double reduction;

    GainComputer(CompressorSettings settings) {
        change(settings);
    }

    /** Takes other settings; the reduction goes on from where it is. */
    void change(CompressorSettings wanted) {
        settings = wanted;
        threshold = wanted.thresholdDb() / DB_PER_OCTAVE;
        halfKnee = wanted.kneeDb() / 2 / DB_PER_OCTAVE;
        slope = 1 - 1 / wanted.ratio();
        kneeGain = Decibels.toGain(wanted.thresholdDb() - wanted.kneeDb() / 2);
        stepsPerSecond(stepsPerSecond);
    }

    /** Says how often {@link #next} is called. */
    void stepsPerSecond(double number) {
        stepsPerSecond = number;
        attack = decayPerStep(settings.attackMs(), number);
        release = decayPerStep(settings.releaseMs(), number);
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
