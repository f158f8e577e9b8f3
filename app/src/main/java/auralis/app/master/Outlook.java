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
 * @param sound what is mastered
 * @param source what is known of the original; empty while nothing is
 * @param originalLufs loudness of the original; an estimate while the track was only glanced at
 * @param plan at the chosen intensity; empty while it is being made and after a failure
 * @param masteredLufs loudness of the mastered side; an estimate unless {@code exact}
 * @param problem a sentence when there is no plan to come, or none better than the estimate
 */
public record Outlook(
        Optional<Track> track,
        Sound sound,
        Optional<Measurements> source,
        OptionalDouble originalLufs,
        Optional<MasteringPlan> plan,
        OptionalDouble masteredLufs,
        boolean exact,
        Optional<String> problem) {

    /** What is mastered. */
    public enum Sound {
        FILE,
        /** A mix of its stems. */
        MIX,
        /** A mix that was changed, and not measured since. */
        CHANGED_MIX
    }

    static final Outlook NONE = preparing(null, Sound.FILE);

    static Outlook preparing(Track track, Sound sound) {
        return new Outlook(
                Optional.ofNullable(track),
                sound,
                Optional.empty(),
                measured(track, sound),
                Optional.empty(),
                OptionalDouble.empty(),
                false,
                Optional.empty());
    }

    static Outlook failed(Track track, Sound sound, String problem) {
        return new Outlook(
                Optional.of(track),
                sound,
                Optional.empty(),
                measured(track, sound),
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
            Sound sound,
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
        boolean known = full.exact() && sound != Sound.CHANGED_MIX;
        boolean exact = known && (intensity == 0 || intensity == 1);
        return new Outlook(
                Optional.of(track),
                sound,
                source,
                before,
                Optional.of(full.at(intensity)),
                mastered,
                exact,
                problem);
    }

    private static OptionalDouble measured(Track track, Sound sound) {
        return track == null || sound != Sound.FILE
                ? OptionalDouble.empty()
                : track.integratedLufs();
    }

    /** Of the original, or of the mix in its place. */
    OptionalDouble originalTruePeakDbtp() {
        return sound == Sound.FILE
                ? track.map(Track::truePeakDbtp).orElse(OptionalDouble.empty())
                : source.map(heard -> heard.peaks().truePeakDbtp()).orElse(OptionalDouble.empty());
    }

    /** Whether the plan is an estimate. */
    boolean isProvisional() {
        return plan.isPresent() && (!plan.get().exact() || sound == Sound.CHANGED_MIX);
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
