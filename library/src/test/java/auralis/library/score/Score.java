package auralis.library.score;

import auralis.dsp.master.MasteringPlan;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All numbers of one piece.
 *
 * @param plan the exact one, of the cold run
 * @param provisionalErrorLu loudness by the provisional plan minus loudness by the exact one
 * @param toneDb distance between before and after
 * @param restoration where the plan expands
 * @param limiter driven 6 dB over by this piece; empty for silence
 * @param untouchedAtZero whether the chain at intensity 0 gives every bit back
 * @param sameInAnySplit whether blocks of other lengths give the same bits
 * @param sameAgain whether a second run with an analysis of its own, beside others, writes the same
 *     file
 * @param chainSpeed processor time of the chain alone, as times real time
 * @param coldSpeed of the whole export: analysis, plan, writing and its check
 * @param storedSpeed the same with the analysis at hand
 */
record Score(
        String piece,
        double seconds,
        int sampleRate,
        int channels,
        MasteringPlan plan,
        Sound before,
        Sound after,
        OptionalDouble provisionalErrorLu,
        OptionalDouble toneDb,
        Optional<Restoration> restoration,
        Optional<LimiterAlone> limiter,
        boolean untouchedAtZero,
        boolean sameInAnySplit,
        boolean sameAgain,
        double chainSpeed,
        double coldSpeed,
        double storedSpeed) {

    /**
     * What the expansion did: the plan against the same with dynamics switched off.
     *
     * @param louderLu than the source
     */
    record Restoration(
            double factor,
            OptionalDouble punchGainDb,
            OptionalDouble toneDb,
            OptionalDouble rangeGainLu,
            OptionalDouble louderLu) {}

    /** The limiter and nothing else. */
    record LimiterAlone(OptionalDouble toneDb, double over16Db, double over4Db) {}

    boolean noHarm() {
        return piece.contains("noharm");
    }

    /** Against the target; empty when there is none or when the plan says why it is missed. */
    @JsonProperty
    OptionalDouble loudnessErrorLu() {
        return plan.limitedBy().isPresent()
                ? OptionalDouble.empty()
                : Sound.difference(after.lufs(), plan.targetLufs());
    }

    @JsonProperty
    OptionalDouble over16Db() {
        return over(after.truePeak16Dbtp());
    }

    @JsonProperty
    OptionalDouble over4Db() {
        return over(after.truePeak4Dbtp());
    }

    private OptionalDouble over(double truePeakDbtp) {
        return plan.isNeutral()
                ? OptionalDouble.empty()
                : OptionalDouble.of(truePeakDbtp - plan.ceilingDbtp());
    }

    /** Side against mid, as {@link Bass} sees it. */
    @JsonProperty
    double bassSideMidDb() {
        return before.bass().ratioDb();
    }

    @JsonProperty
    OptionalDouble rangeChangeLu() {
        return Sound.difference(after.rangeLu(), before.rangeLu());
    }

    /** By how much the low end of PSR lies under the smaller of 8 dB and the source's. */
    @JsonProperty
    OptionalDouble psrShortfallDb() {
        OptionalDouble source = before.psrLowDb();
        return source.isEmpty() || after.psrLowDb().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Math.min(8, source.getAsDouble()) - after.psrLowDb().getAsDouble());
    }

    @JsonProperty
    OptionalDouble punchChangeDb() {
        return Sound.difference(after.punchDb(), before.punchDb());
    }

    @JsonProperty
    double bassSideRiseDb() {
        return after.bass().riseDb(before.bass());
    }

    @JsonProperty
    OptionalDouble correlationDrop() {
        return Sound.difference(before.correlation(), after.correlation());
    }

    @JsonProperty
    OptionalDouble foldLossRiseDb() {
        return Sound.difference(after.foldLossDb(), before.foldLossDb());
    }
}
