package auralis.dsp.master;

import auralis.dsp.effect.RackSettings;
import auralis.dsp.spectrum.Bands;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Every number that the chain needs to master one track, decided once for the whole track.
 * Immutable; a function of the track, the settings and {@link #ENGINE_VERSION}. Its parts are named
 * like those of {@link MasteringSettings}, from which they were decided.
 *
 * @param exact whether the gain was searched over the whole track (otherwise estimated, for the
 *     first seconds of playback)
 * @param restraint what was decided about loudness and why
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
        Tone tone,
        Dynamics dynamics,
        Effects effects,
        Width width,
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
    public static final int ENGINE_VERSION = 3;

    /** Why a target was not reached. */
    public enum LimitedBy {
        /** The limiter would have had to work harder than the budget allows. */
        REDUCTION_BUDGET,
        /** Peaks would have stood too little over the loudness around them. */
        DYNAMICS,
        /** There was no loudness to reach: silence, or loudness switched off. */
        NO_TARGET
    }

    /**
     * Spectral balance.
     *
     * @param highPassHz cut-off of the rumble filter; 0 = none
     * @param bandDb gain of each of the 25 critical bands ({@link Bands#BARK})
     * @param matchDb gain of each third octave ({@link Bands#THIRD_OCTAVE}), on top, towards a
     *     reference
     */
    public record Tone(double highPassHz, List<Double> bandDb, List<Double> matchDb) {
        public Tone {
            bandDb = List.copyOf(bandDb);
            matchDb = List.copyOf(matchDb);
            if (bandDb.size() != Bands.BARK.count()
                    || matchDb.size() != Bands.THIRD_OCTAVE.count()) {
                throw new IllegalArgumentException(
                        bandDb.size() + " critical bands, " + matchDb.size() + " third octaves");
            }
        }

        boolean isNeutral() {
            return highPassHz == 0 && isFlat();
        }

        boolean isFlat() {
            return bandDb.stream().allMatch(db -> db == 0)
                    && matchDb.stream().allMatch(db -> db == 0);
        }

        Tone at(double intensity) {
            return new Tone(
                    highPassHz * intensity,
                    bandDb.stream().map(db -> db * intensity).toList(),
                    matchDb.stream().map(db -> db * intensity).toList());
        }
    }

    /**
     * All whose gain follows the sound.
     *
     * @param declipDb the most that flat tops are lifted; 0 = none are
     * @param clippedAtDbfs the level of flat tops
     * @param expansion strength of the transient expansion, 0..1; 0 = none
     * @param compression share of the multiband compression, 0..1; 0 = none
     * @param thresholdsDb its thresholds, one per band; empty where nothing was measured
     * @param softClipDb the most that is taken off peaks before the make-up gain; 0 = none
     * @param softClipAtDbfs the level before the make-up gain at which it is
     * @param lowestToneHz the deepest strong tone, for the hold of the limiter
     */
    public record Dynamics(
            double declipDb,
            double clippedAtDbfs,
            double expansion,
            double compression,
            List<Double> thresholdsDb,
            double softClipDb,
            double softClipAtDbfs,
            double lowestToneHz) {
        /** The limiter's own times suit tones from here on. */
        public static final double USUAL_LOWEST_HZ = 50;

        /** Leaves everything as it is. */
        public static final Dynamics NEUTRAL =
                new Dynamics(0, 0, 0, 0, List.of(), 0, 0, USUAL_LOWEST_HZ);

        public Dynamics {
            thresholdsDb = List.copyOf(thresholdsDb);
        }

        boolean isNeutral() {
            return declipDb == 0 && expansion == 0 && compression == 0 && softClipDb == 0;
        }

        Dynamics at(double intensity) {
            return new Dynamics(
                    declipDb * intensity,
                    clippedAtDbfs,
                    expansion * intensity,
                    compression * intensity,
                    thresholdsDb,
                    softClipDb * intensity,
                    softClipAtDbfs,
                    lowestToneHz);
        }
    }

    /**
     * What the user put in.
     *
     * @param failures a sentence for each effect that had to be left out when the track was heard
     */
    public record Effects(RackSettings rack, List<String> failures) {
        public static final Effects NONE = new Effects(RackSettings.NONE, List.of());

        public Effects {
            failures = List.copyOf(failures);
        }

        boolean isNeutral() {
            return rack.isNeutral();
        }

        /** The part is made of the rack's output, the rest of its input. */
        Effects at(double intensity) {
            return new Effects(rack.withAmount(rack.amount() * intensity), failures);
        }
    }

    /**
     * Gains of the side signal.
     *
     * @param bass below 120 Hz, at most 1
     * @param rest above 300 Hz; 1 = unchanged
     */
    public record Width(double bass, double rest) {
        boolean isNeutral() {
            return bass == 1 && rest == 1;
        }

        Width at(double intensity) {
            return new Width(mix(1, bass, intensity), mix(1, rest, intensity));
        }
    }

    /** The same towards another loudness: that of an album. */
    MasteringPlan aimedAt(OptionalDouble lufs) {
        return new MasteringPlan(
                exact,
                restraint,
                tone,
                dynamics,
                effects,
                width,
                gainDb,
                ceilingDbtp,
                sourceTruePeakDbtp,
                lufs,
                expectedLufs,
                medianReductionDb,
                limitedBy);
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
                tone,
                dynamics,
                effects,
                width,
                gainDb,
                ceilingDbtp,
                sourceTruePeakDbtp,
                targetLufs,
                expectedLufs,
                medianReductionDb,
                limitedBy);
    }

    /** The same with what became of the effects. */
    MasteringPlan withFailures(List<String> failures) {
        return new MasteringPlan(
                exact,
                restraint,
                tone,
                dynamics,
                new Effects(effects.rack, failures),
                width,
                gainDb,
                ceilingDbtp,
                sourceTruePeakDbtp,
                targetLufs,
                expectedLufs,
                medianReductionDb,
                limitedBy);
    }

    /**
     * The same with room below the ceiling, for what comes behind the limiter: a lossy encoder.
     *
     * @param roomDb how far the ceiling is lowered
     */
    public MasteringPlan lowered(double roomDb) {
        return new MasteringPlan(
                exact,
                restraint,
                tone,
                dynamics,
                effects,
                width,
                gainDb,
                ceilingDbtp - roomDb,
                sourceTruePeakDbtp,
                targetLufs,
                expectedLufs,
                medianReductionDb,
                limitedBy);
    }

    /** Whether the chain must leave the source as it is, bit for bit. */
    public boolean isNeutral() {
        return tone.isNeutral()
                && dynamics.isNeutral()
                && effects.isNeutral()
                && width.isNeutral()
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
                tone.at(intensity),
                dynamics.at(intensity),
                effects.at(intensity),
                width.at(intensity),
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
