package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.app.SomeTrack;
import auralis.app.play.Side;
import auralis.app.prefs.PlaybackPreferences;
import auralis.app.shell.TrackLevel.Mastered;
import auralis.dsp.meter.Gains.Gain;
import auralis.library.track.Track;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** All to −18 LUFS under −1 dBTP. */
class TrackLevelTest {
    /** But for the way through powers. */
    private static final Offset<Double> EXACTLY = within(1e-9);

    private static final PlaybackPreferences USUAL = PlaybackPreferences.DEFAULT;

    @Test
    void aTrackIsBroughtToTheTarget() {
        assertThat(alone(-9, -0.5)).isCloseTo(-9.0, EXACTLY);
        assertThat(alone(-23, -12)).isCloseTo(5.0, EXACTLY);
    }

    @Test
    void noPeakComesOverTheCeiling() {
        assertThat(alone(-30, -10)).isCloseTo(9.0, EXACTLY);
        assertThat(alone(-17.9, 1.5)).isCloseTo(-2.5, EXACTLY);
    }

    @Test
    void anAlbumSharesOneGainAndTheHighestPeak() {
        Track loud = track(-10, -3);
        Track quiet = track(-16, -9);
        // Equally long: the mean of their powers, as in -10 * log10((10^-1.0 + 10^-1.6) / 2)
        double lufs = 10 * Math.log10((Math.pow(10, -1.0) + Math.pow(10, -1.6)) / 2);
        Gain ofLoud = TrackLevel.original(loud, List.of(loud, quiet), USUAL);
        Gain ofQuiet = TrackLevel.original(quiet, List.of(loud, quiet), USUAL);
        assertThat(ofLoud).isEqualTo(ofQuiet);
        assertThat(ofLoud.gainDb()).isCloseTo(-18 - lufs, EXACTLY);
        assertThat(ofLoud.truePeakDbtp()).hasValue(-3);
    }

    @Test
    void whatIsNotMeasuredGetsTheFallbackAndSilenceNothing() {
        Track unknown = track(Track.State.NEW, OptionalDouble.empty(), OptionalDouble.empty());
        assertThat(TrackLevel.original(unknown, List.of(), USUAL).gainDb())
                .isCloseTo(-6.0, EXACTLY);
        Track silent = track(Track.State.ANALYZED, OptionalDouble.empty(), OptionalDouble.empty());
        assertThat(TrackLevel.original(silent, List.of(), USUAL).gainDb()).isZero();
    }

    @Test
    void comparedSidesAreBothAtTheTarget() {
        for (double masteredLufs = -17.5; masteredLufs <= -8; masteredLufs += 0.5) {
            Mastered mastered = mastered(-12, masteredLufs, -1);
            TrackLevel level = level(-12, -4, mastered, true);
            double gainDb = level.gainDb(USUAL, Side.ORIGINAL, Side.ORIGINAL);
            assertThat(-12 + mastered.originalMatchDb() + gainDb).isCloseTo(-18.0, EXACTLY);
            assertThat(masteredLufs + mastered.masteredMatchDb() + gainDb)
                    .isCloseTo(-18.0, EXACTLY);
            assertThat(level.gainDb(USUAL, Side.MASTERED, Side.ORIGINAL))
                    .as("the switch does not change it")
                    .isEqualTo(gainDb);
        }
    }

    @Test
    void noSideThatIsHeardComesOverTheCeiling() {
        for (double lufs = -40; lufs <= -6; lufs += 2) {
            for (double peak = -20; peak <= 2; peak += 2) {
                for (double masteredLufs = -30; masteredLufs <= -8; masteredLufs += 2) {
                    Mastered mastered = mastered(lufs, masteredLufs, -1);
                    TrackLevel matched = level(lufs, peak, mastered, true);
                    TrackLevel free = level(lufs, peak, mastered, false);
                    for (Side begun : Side.values()) {
                        double both = matched.gainDb(USUAL, begun, begun);
                        assertThat(peak + mastered.originalMatchDb() + both).isLessThan(-1 + 1e-9);
                        assertThat(-1 + mastered.masteredMatchDb() + both).isLessThan(-1 + 1e-9);
                        assertThat(peak + free.gainDb(USUAL, Side.ORIGINAL, begun))
                                .isLessThan(-1 + 1e-9);
                        assertThat(-1 + free.gainDb(USUAL, Side.MASTERED, begun))
                                .isLessThan(-1 + 1e-9);
                    }
                }
            }
        }
    }

    @Test
    void withoutMatchingTheSideCountsOnWhichTheTrackBegan() {
        TrackLevel level = level(-20, -12, mastered(-20, -12, -1), false);
        assertThat(level.gainDb(USUAL, Side.MASTERED, Side.MASTERED)).isCloseTo(-6.0, EXACTLY);
        assertThat(level.gainDb(USUAL, Side.ORIGINAL, Side.MASTERED))
                .as("the true difference is heard")
                .isCloseTo(-6.0, EXACTLY);
        assertThat(level.gainDb(USUAL, Side.ORIGINAL, Side.ORIGINAL)).isCloseTo(2.0, EXACTLY);
        assertThat(level.gainDb(USUAL, Side.MASTERED, Side.ORIGINAL))
                .as("as much as there is room for")
                .isCloseTo(0.0, EXACTLY);
    }

    private static double alone(double lufs, double peak) {
        Gain original = TrackLevel.original(track(lufs, peak), List.of(), USUAL);
        return new TrackLevel(original, Optional.empty(), true)
                .gainDb(USUAL, Side.ORIGINAL, Side.ORIGINAL);
    }

    private static TrackLevel level(double lufs, double peak, Mastered mastered, boolean matching) {
        Gain original = TrackLevel.original(track(lufs, peak), List.of(), USUAL);
        return new TrackLevel(original, Optional.of(mastered), matching);
    }

    private static Mastered mastered(double lufs, double masteredLufs, double peak) {
        double louderDb = masteredLufs - lufs;
        return new Mastered(
                OptionalDouble.of(masteredLufs),
                peak,
                Math.min(0, louderDb),
                Math.min(0, -louderDb));
    }

    private static Track track(double lufs, double peak) {
        return track(Track.State.ANALYZED, OptionalDouble.of(lufs), OptionalDouble.of(peak));
    }

    private static Track track(Track.State state, OptionalDouble lufs, OptionalDouble peak) {
        return SomeTrack.of(
                1,
                Path.of("/music/song.flac"),
                "Song",
                "",
                "",
                state,
                OptionalDouble.of(60),
                lufs,
                peak,
                Optional.empty());
    }
}
