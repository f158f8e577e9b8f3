package auralis.dsp.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.filter.BiquadCascade;
import auralis.dsp.filter.BiquadDesign;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PunchTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(48_000);

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void burstsStandOutByWhatTheyAreAboveTheMean(int rate) {
        // One second in ten blocks of 100 ms, of which one is 12 dB louder: its level is the 95th
        // percentile, and the mean lies 1.2 dB above the rest.
        StreamFormat format = StreamFormat.stereo(rate);
        float[][] tone = bursts(format, Decibels.toGain(-12));
        assertThat(punch(format, tone, 4096)).isCloseTo(10.8, within(0.01));
    }

    @Test
    void aSteadySoundHasNone() {
        float[][] tone = TestSignals.sine(FORMAT, 5 * 48_000, 1000, 0.5);
        assertThat(punch(FORMAT, tone, 1000)).isCloseTo(0, within(1e-3));
    }

    @Test
    void isTheSameAtAnyLevelAndBlockSize() {
        float[][] music = TestSignals.music(FORMAT, 5 * 48_000);
        double punch = punch(FORMAT, music, 4096);
        assertThat(punch(FORMAT, music, 77)).isEqualTo(punch);
        for (float[] plane : music) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= 0.1f;
            }
        }
        assertThat(punch(FORMAT, music, 4096)).isCloseTo(punch, within(1e-3));
    }

    @Test
    void anAllPassHardlyMovesIt() {
        float[][] music = TestSignals.music(FORMAT, 8 * 48_000);
        double before = punch(FORMAT, music, 4096);
        BiquadCascade allPass =
                new BiquadCascade(
                        rate ->
                                List.of(
                                        BiquadDesign.allPass(
                                                120, BiquadDesign.BUTTERWORTH_Q, rate)));
        allPass.prepare(FORMAT, music[0].length);
        allPass.process(AudioBlock.of(music));
        assertThat(punch(FORMAT, music, 4096)).isCloseTo(before, within(0.2));
    }

    @Test
    void silenceAndTheFirstSecondsHaveNone() {
        assertThat(measure(FORMAT, new float[2][5 * 48_000], 4096).result()).isEmpty();
        float[][] tone = TestSignals.sine(FORMAT, 2 * 48_000, 1000, 0.5);
        assertThat(measure(FORMAT, tone, 4096).result()).isEmpty();
    }

    private static float[][] bursts(StreamFormat format, double rest) {
        int rate = format.sampleRate();
        float[][] tone = TestSignals.sine(format, 6 * rate, 1000, 0.5);
        for (float[] plane : tone) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= (float) (i % rate < rate / 10 ? 1 : rest);
            }
        }
        return tone;
    }

    private static double punch(StreamFormat format, float[][] planes, int block) {
        return measure(format, planes, block).result().orElseThrow();
    }

    private static Punch measure(StreamFormat format, float[][] planes, int frames) {
        Punch punch = new Punch();
        punch.prepare(format, frames);
        AudioBlock block = AudioBlock.of(planes);
        for (int from = 0; from < planes[0].length; from += frames) {
            punch.process(block.window(from, Math.min(planes[0].length, from + frames)));
        }
        return punch;
    }
}
