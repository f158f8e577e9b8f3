package auralis.app.master;

import auralis.app.play.Side;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.master.MasteringPlan;
import auralis.library.track.Track;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What mastering will do to a track.
 *
 * @param track empty while nothing is open
 * @param source what is known of the original; empty while nothing is
 * @param originalLufs loudness of the original; an estimate while the track was only glanced at
 * @param plan at the chosen intensity; empty while it is being made and after a failure
 * @param masteredLufs loudness of the mastered side; an estimate unless {@code exact}
 * @param problem a sentence when there is no plan to come, or none better than the estimate
 */
public record Outlook(
        Optional<Track> track,
        Optional<Measurements> source,
        OptionalDouble originalLufs,
        Optional<MasteringPlan> plan,
        OptionalDouble masteredLufs,
        boolean exact,
        Optional<String> problem) {

    static final Outlook NONE = preparing(null);

    static Outlook preparing(Track track) {
        return new Outlook(
                Optional.ofNullable(track),
                Optional.empty(),
                measured(track),
                Optional.empty(),
                OptionalDouble.empty(),
                false,
                Optional.empty());
    }

    static Outlook failed(Track track, String problem) {
        return new Outlook(
                Optional.of(track),
                Optional.empty(),
                measured(track),
                Optional.empty(),
                OptionalDouble.empty(),
                false,
                Optional.of(problem));
    }

    /**
     * @param before loudness of the original
     * @param full the plan at full intensity, which alone knows its loudness
     */
    static Outlook ready(
            Track track,
            Optional<Measurements> source,
            OptionalDouble before,
            MasteringPlan full,
            double intensity,
            Optional<String> problem) {
        OptionalDouble after = full.expectedLufs();
        OptionalDouble mastered =
                before.isPresent() && after.isPresent()
                        ? OptionalDouble.of(
                                before.getAsDouble()
                                        + intensity * (after.getAsDouble() - before.getAsDouble()))
                        : after;
        boolean exact = full.exact() && (intensity == 0 || intensity == 1);
        return new Outlook(
                Optional.of(track),
                source,
                before,
                Optional.of(full.at(intensity)),
                mastered,
                exact,
                problem);
    }

    private static OptionalDouble measured(Track track) {
        return track == null ? OptionalDouble.empty() : track.integratedLufs();
    }

    /** Whether the plan is an estimate. */
    boolean isProvisional() {
        return plan.isPresent() && !plan.get().exact();
    }

    /** Whether there is a plan. */
    public boolean isReady() {
        return plan.isPresent();
    }

    /** Whether there is neither a plan nor a reason for none yet. */
    public boolean isPreparing() {
        return track.isPresent() && plan.isEmpty() && problem.isEmpty();
    }

    /**
     * The gain of a side, at most 0 dB, with which both are equally loud; 0 while that is not
     * known.
     */
    public double matchDb(Side side) {
        double louderDb = louderByDb().orElse(0);
        return Math.min(0, side == Side.ORIGINAL ? louderDb : -louderDb);
    }

    /** How much louder the mastered side is; empty while either is not known. */
    public OptionalDouble louderByDb() {
        return originalLufs.isPresent() && masteredLufs.isPresent()
                ? OptionalDouble.of(masteredLufs.getAsDouble() - originalLufs.getAsDouble())
                : OptionalDouble.empty();
    }
}
