package auralis.library.score;

import auralis.dsp.master.LoudnessRestraint.Region;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A number to reach.
 *
 * @param most whether values must not be higher than the limit; otherwise not lower
 * @param value of a piece; empty where the goal does not apply
 */
record Goal(String name, double limit, boolean most, Function<Score, OptionalDouble> value) {
    /** Loudness range is not stable in less (EBU Tech 3342), speed not without a warm start. */
    private static final double STEADY_SECONDS = 60;

    /** A limiter at work in a sound of less is heard as a change of that sound, not of its tone. */
    private static final double TONE_SECONDS = 10;

    private static final double FULL_FACTOR = 0.45;
    private static final double PUNCH_AT_FULL_FACTOR_DB = 0.8;

    /** Half of the last digit that is printed. */
    private static final double ZERO = 0.005;

    static final List<Goal> ALL =
            List.of(
                    most("loudness, exact plan: error LU", 0.05, s -> size(s.loudnessErrorLu())),
                    most("loudness, provisional plan: error LU", 0.5, Goal::provisional),
                    most("true peak over ceiling, 16x dB", 0.1, Score::over16Db),
                    most("true peak over ceiling, 4x dB", ZERO, Score::over4Db),
                    most("limiter alone: tone dB rms", 0.3, Goal::limiterTone),
                    most("limiter alone: over ceiling, 16x dB", 0.1, Goal::limiterOver16),
                    most("limiter alone: over ceiling, 4x dB", ZERO, Goal::limiterOver4),
                    most("side/mid in the bass: rise dB", 0.05, Goal::bassRise),
                    most("correlation: drop", 0.1, Score::correlationDrop),
                    most("mono fold: further loss dB", 0.5, Score::foldLossRiseDb),
                    most("LRA: change LU", 1, Goal::rangeChange),
                    most(
                            "PSR, 5th percentile: short of min(8, source) dB",
                            ZERO,
                            Score::psrShortfallDb),
                    most("intensity 0: pieces touched", 0, s -> flag(!s.untouchedAtZero())),
                    most("any split: pieces that differ", 0, s -> flag(!s.sameInAnySplit())),
                    most("second run: pieces that differ", 0, s -> flag(!s.sameAgain())),
                    most("do no harm: tone dB rms", 0.3, s -> noHarm(s, s.toneDb())),
                    most("do no harm: loudness LU", 0.5, Goal::noHarmLoudness),
                    least("restored: punch against the goal of its factor dB", -ZERO, Goal::punch),
                    most("restored: tone dB rms", 0.5, Goal::restoredTone),
                    most("restored: LRA change LU", 1, Goal::restoredRange),
                    most("compressed loud: louder than the source LU", 0.05, Goal::louder),
                    least("chain, times real time", 100, s -> speed(s, s.chainSpeed())),
                    least("export, cold, times real time", 40, s -> speed(s, s.coldSpeed())),
                    least(
                            "export, stored analysis, times real time",
                            60,
                            s -> speed(s, s.storedSpeed())));

    /**
     * What the pieces reached.
     *
     * @param worst value, and the piece that has it
     * @param missed names and values of all that miss the goal
     */
    record Reached(String goal, double limit, double worst, String by, List<String> missed) {}

    private static Goal most(String name, double limit, Function<Score, OptionalDouble> value) {
        return new Goal(name, limit, true, value);
    }

    private static Goal least(String name, double limit, Function<Score, OptionalDouble> value) {
        return new Goal(name, limit, false, value);
    }

    /** Empty when no piece has a say. */
    Optional<Reached> reached(List<Score> scores) {
        List<Score> concerned = scores.stream().filter(s -> value.apply(s).isPresent()).toList();
        return concerned.stream()
                .max((a, b) -> Double.compare(badness(a), badness(b)))
                .map(
                        worst ->
                                new Reached(
                                        name,
                                        limit,
                                        of(worst),
                                        worst.piece(),
                                        concerned.stream()
                                                .filter(this::misses)
                                                .map(this::mention)
                                                .toList()));
    }

    private boolean misses(Score score) {
        return !(badness(score) <= (most ? limit : -limit));
    }

    private double badness(Score score) {
        return most ? of(score) : -of(score);
    }

    private double of(Score score) {
        return value.apply(score).orElseThrow();
    }

    private String mention(Score score) {
        return String.format(Locale.ROOT, "%s %.2f", score.piece(), of(score));
    }

    private static OptionalDouble provisional(Score score) {
        return size(score.provisionalErrorLu());
    }

    private static OptionalDouble limiterTone(Score score) {
        return score.limiter().isPresent() && score.seconds() >= TONE_SECONDS
                ? score.limiter().get().toneDb()
                : OptionalDouble.empty();
    }

    private static OptionalDouble limiterOver16(Score score) {
        return score.limiter().stream().mapToDouble(Score.LimiterAlone::over16Db).findFirst();
    }

    private static OptionalDouble limiterOver4(Score score) {
        return score.limiter().stream().mapToDouble(Score.LimiterAlone::over4Db).findFirst();
    }

    private static OptionalDouble bassRise(Score score) {
        return score.channels() == 2
                ? OptionalDouble.of(score.bassSideRiseDb())
                : OptionalDouble.empty();
    }

    private static OptionalDouble rangeChange(Score score) {
        return score.seconds() < STEADY_SECONDS
                ? OptionalDouble.empty()
                : size(score.rangeChangeLu());
    }

    private static OptionalDouble noHarmLoudness(Score score) {
        return noHarm(score, size(Sound.difference(score.after().lufs(), score.before().lufs())));
    }

    private static OptionalDouble noHarm(Score score, OptionalDouble value) {
        return score.noHarm() ? value : OptionalDouble.empty();
    }

    /** 0.8 dB of punch are asked for at factor 0.45, in proportion below, no more above. */
    private static OptionalDouble punch(Score score) {
        if (score.restoration().isEmpty() || score.restoration().get().punchGainDb().isEmpty()) {
            return OptionalDouble.empty();
        }
        Score.Restoration restored = score.restoration().get();
        double asked = PUNCH_AT_FULL_FACTOR_DB * Math.min(1, restored.factor() / FULL_FACTOR);
        return OptionalDouble.of(restored.punchGainDb().getAsDouble() - asked);
    }

    private static OptionalDouble restoredTone(Score score) {
        return score.restoration().isPresent()
                ? score.restoration().get().toneDb()
                : OptionalDouble.empty();
    }

    private static OptionalDouble restoredRange(Score score) {
        return score.restoration().isPresent()
                ? size(score.restoration().get().rangeGainLu())
                : OptionalDouble.empty();
    }

    private static OptionalDouble louder(Score score) {
        return score.plan().restraint().region() == Region.COMPRESSED_LOUD
                ? Sound.difference(score.after().lufs(), score.before().lufs())
                : OptionalDouble.empty();
    }

    private static OptionalDouble speed(Score score, double value) {
        return score.seconds() >= STEADY_SECONDS
                        && score.sampleRate() == 44_100
                        && score.channels() == 2
                ? OptionalDouble.of(value)
                : OptionalDouble.empty();
    }

    private static OptionalDouble flag(boolean missed) {
        return OptionalDouble.of(missed ? 1 : 0);
    }

    private static OptionalDouble size(OptionalDouble value) {
        return value.isPresent()
                ? OptionalDouble.of(Math.abs(value.getAsDouble()))
                : OptionalDouble.empty();
    }
}
