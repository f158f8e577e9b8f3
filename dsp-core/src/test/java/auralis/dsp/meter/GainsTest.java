package auralis.dsp.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.meter.Gains.Gain;
import auralis.dsp.meter.Gains.Programme;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GainsTest {
    private static final Programme SILENCE =
            new Programme(OptionalDouble.empty(), OptionalDouble.empty(), 60);

    @Test
    void bringsATrackToTheReference() {
        Gain gain = Gains.track(programme(-9.5, -0.2, 200), Gains.REPLAY_GAIN_LUFS).orElseThrow();
        assertThat(gain.gainDb()).isCloseTo(-8.5, within(1e-9));
        assertThat(gain.safeDb(0)).isEqualTo(gain.gainDb());
        assertThat(Gains.track(programme(-9.5, -0.2, 200), Gains.R128_LUFS).orElseThrow().gainDb())
                .isCloseTo(-13.5, within(1e-9));
        assertThat(Gains.track(SILENCE, Gains.REPLAY_GAIN_LUFS)).isEmpty();
    }

    @Test
    void neverLiftsAPeakAboveTheCeiling() {
        Gain gain = Gains.track(programme(-30, -5, 200), Gains.REPLAY_GAIN_LUFS).orElseThrow();
        assertThat(gain.gainDb()).isCloseTo(12, within(1e-9));
        assertThat(gain.safeDb(0)).isEqualTo(5);
        assertThat(gain.safeDb(-1)).isEqualTo(4);
    }

    @Test
    void anAlbumHasOneGainAndItsHighestPeak() {
        List<Programme> album = List.of(programme(-12, -3, 100), programme(-12, -1, 300), SILENCE);
        Gain gain = Gains.album(album, Gains.REPLAY_GAIN_LUFS).orElseThrow();
        assertThat(gain.gainDb()).isCloseTo(-6, within(1e-9));
        assertThat(gain.truePeakDbtp()).hasValue(-1);
        assertThat(Gains.album(List.of(SILENCE), Gains.REPLAY_GAIN_LUFS)).isEmpty();
        assertThat(Gains.albumLufs(List.of())).isEmpty();
    }

    @Test
    void weighsByTimeAndLeavesOutWhatIsTenLuUnderTheMean() {
        double mixed = 10 * Math.log10((Math.pow(10, -1.0) + 3 * Math.pow(10, -1.6)) / 4);
        assertThat(Gains.albumLufs(List.of(programme(-10, 0, 60), programme(-16, 0, 180))))
                .hasValueCloseTo(mixed, within(1e-9));
        assertThat(Gains.albumLufs(List.of(programme(-10, 0, 60), programme(-30, 0, 60))))
                .hasValueCloseTo(-10.0, within(1e-9));
    }

    /** Steady tracks have no blocks on both sides of a gate: the sum of the parts is the whole. */
    @Test
    void isTheLoudnessOfTheTracksInARow() {
        double[] levels = {0.1, 0.25, 0.05, 0.005};
        int[] seconds = {20, 10, 30, 40};
        LoudnessMeter whole = meter();
        Programme[] tracks = new Programme[levels.length];
        for (int i = 0; i < levels.length; i++) {
            LoudnessMeter alone = meter();
            play(levels[i], seconds[i], alone);
            play(levels[i], seconds[i], whole);
            tracks[i] = new Programme(alone.integratedLufs(), OptionalDouble.empty(), seconds[i]);
        }
        assertThat(Gains.albumLufs(List.of(tracks)).getAsDouble())
                .isCloseTo(whole.integratedLufs().getAsDouble(), within(0.1));
    }

    private static LoudnessMeter meter() {
        LoudnessMeter meter = new LoudnessMeter();
        meter.prepare(StreamFormat.stereo(48_000), 48_000);
        return meter;
    }

    private static void play(double amplitude, int seconds, LoudnessMeter meter) {
        float[][] second = new float[2][48_000];
        for (int i = 0; i < 48_000; i++) {
            second[0][i] = (float) (amplitude * Math.sin(2 * Math.PI * i / 48));
            second[1][i] = second[0][i];
        }
        for (int i = 0; i < seconds; i++) {
            meter.process(AudioBlock.of(second));
        }
    }

    private static Programme programme(double lufs, double peakDbtp, double seconds) {
        return new Programme(OptionalDouble.of(lufs), OptionalDouble.of(peakDbtp), seconds);
    }
}
