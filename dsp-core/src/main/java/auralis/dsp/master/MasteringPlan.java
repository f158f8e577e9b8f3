package auralis.dsp.master;

import auralis.dsp.spectrum.Bands;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Every number that the chain needs to master one track, decided once for the whole track.
 * Immutable; a function of the track, the settings and {@link #ENGINE_VERSION}.
 *
 * @param exact whether the gain was searched over the whole track (otherwise estimated, for the
 *     first seconds of playback)
 * @param restraint what was decided about loudness and why
 * @param highPassHz cut-off of the rumble filter; 0 = none
 * @param toneDb gain of each of the 25 critical bands ({@link Bands#BARK})
 * @param expansion strength of the transient expansion, 0..1; 0 = none
 * @param width gain of the side signal above 300 Hz; 1 = unchanged
 * @param bassWidth gain of the side signal below 120 Hz, at most 1
 * @param gainDb the one make-up gain before the limiter
 * @param ceilingDbtp the limiter's ceiling
 * @param sourceTruePeakDbtp true peak of the source; empty for silence
 * @param targetLufs the loudness that was aimed at; empty when there is nothing to measure
 * @param expectedLufs the loudness that the result has, by the last pass of the search
 * @param medianReductionDb median gain reduction of the limiter, positive
 * @param limitedBy what kept the result from its target; empty when it is reached
 */
public record MasteringPlan(
        boolean exact,
        LoudnessRestraint restraint,
        double highPassHz,
        List<Double> toneDb,
        double expansion,
        double width,
        double bassWidth,
        double gainDb,
        double ceilingDbtp,
        OptionalDouble sourceTruePeakDbtp,
        OptionalDouble targetLufs,
        OptionalDouble expectedLufs,
        double medianReductionDb,
        Optional<LimitedBy> limitedBy) {

    /**
     * Grows with every change that makes the engine sound different: stored plans of other versions
     * are not used.
     */
    public static final int ENGINE_VERSION = 1;

    /** Why a target was not reached. */
    public enum LimitedBy {
        /** The limiter would have had to work harder than the budget allows. */
        REDUCTION_BUDGET,
        /** There was no loudness to reach: silence, or loudness switched off. */
        NO_TARGET
    }

    public MasteringPlan {
        toneDb = List.copyOf(toneDb);
        if (toneDb.size() != Bands.BARK.count()) {
            throw new IllegalArgumentException(toneDb.size() + " bands");
        }
    }

    /** The same with another level. */
    MasteringPlan levelled(
            boolean exact,
            double gainDb,
            OptionalDouble expectedLufs,
            double medianReductionDb,
            Optional<LimitedBy> limitedBy) {
        return new MasteringPlan(
                exact,
                restraint,
                highPassHz,
                toneDb,
                expansion,
                width,
                bassWidth,
                gainDb,
                ceilingDbtp,
                sourceTruePeakDbtp,
                targetLufs,
                expectedLufs,
                medianReductionDb,
                limitedBy);
    }

    /** Whether the chain must leave the source as it is, bit for bit. */
    public boolean isNeutral() {
        return highPassHz == 0
                && toneDb.stream().allMatch(db -> db == 0)
                && expansion == 0
                && width == 1
                && bassWidth == 1
                && gainDb == 0
                && sourceTruePeakDbtp.orElse(Double.NEGATIVE_INFINITY) <= ceilingDbtp;
    }

    /**
     * This plan carried out to a part: decibels are scaled, and the ceiling moves from the source's
     * own true peak to the planned one, so that 0 is exactly the source. The loudness in between is
     * not known beforehand.
     *
     * @param intensity 0..1
     */
    public MasteringPlan at(double intensity) {
        if (intensity == 1) {
            return this;
        }
        double open = Math.max(ceilingDbtp, sourceTruePeakDbtp.orElse(ceilingDbtp));
        return new MasteringPlan(
                exact,
                restraint,
                highPassHz * intensity,
                toneDb.stream().map(db -> db * intensity).toList(),
                expansion * intensity,
                mix(1, width, intensity),
                mix(1, bassWidth, intensity),
                gainDb * intensity,
                mix(open, ceilingDbtp, intensity),
                sourceTruePeakDbtp,
                targetLufs,
                OptionalDouble.empty(),
                medianReductionDb,
                limitedBy);
    }

    private static double mix(double from, double to, double t) {
        return from + (to - from) * t;
    }
}
