package auralis.dsp.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.StreamFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelayTest extends EffectContract {
    @Override
    AudioEffect effect() {
        return new Delay();
    }

    @Override
    Map<String, Double> audible() {
        return Map.of("timeMs", 120.0, "mix", 0.5);
    }

    @Override
    Map<String, Double> silent() {
        return Map.of("mix", 0.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void echoesComeAfterExactlyTheTime(int rate) {
        StreamFormat format = StreamFormat.mono(rate);
        int echo = rate / 10;
        Map<String, Double> values =
                Map.of("timeMs", 100.0, "feedback", 0.5, "damping", 0.0, "mix", 1.0);
        float[] out = out(values, format, impulse(format, rate))[0];
        float[] expected = new float[rate];
        for (int i = 1; i * echo < rate; i++) {
            expected[i * echo] = (float) Math.pow(0.5, i - 1);
        }
        assertThat(out).isEqualTo(expected);
    }

    @Test
    void pingPongBeginsOnTheLeft() {
        StreamFormat format = StreamFormat.stereo(48_000);
        float[][] onTheRight = new float[2][48_000];
        onTheRight[1][0] = 1;
        Map<String, Double> values =
                Map.of(
                        "timeMs",
                        100.0,
                        "feedback",
                        0.5,
                        "damping",
                        0.0,
                        "mix",
                        1.0,
                        "pingPong",
                        1.0);
        float[][] out = out(values, format, onTheRight);
        assertThat(new float[] {out[0][4_800], out[1][4_800]}).containsExactly(0.5f, 0);
        assertThat(new float[] {out[0][9_600], out[1][9_600]}).containsExactly(0, 0.25f);
        assertThat(new float[] {out[0][14_400], out[1][14_400]}).containsExactly(0.125f, 0);
    }

    @Test
    void dampingTakesTheHeightsOfLaterEchoes() {
        StreamFormat format = StreamFormat.mono(44_100);
        Map<String, Double> values =
                Map.of("timeMs", 100.0, "feedback", 0.5, "damping", 1.0, "mix", 1.0);
        float[] out = out(values, format, impulse(format, 44_100))[0];
        assertThat(out[4_410]).isEqualTo(1);
        // One pole at 0.8: the first sample of its answer is 1 - 0.8.
        assertThat(out[8_820]).isCloseTo(0.5f * 0.2f, within(1e-6f));
        assertThat(out[8_821]).isCloseTo(0.5f * 0.2f * 0.8f, within(1e-6f));
    }
}
