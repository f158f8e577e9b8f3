package auralis.dsp.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChorusTest extends EffectContract {
    private static final int RATE = 48_000;

    @Override
    AudioEffect effect() {
        return new Chorus();
    }

    @Override
    Map<String, Double> silent() {
        return Map.of("mix", 0.0);
    }

    @Override
    protected boolean commutesWithChannelSwap() {
        return false;
    }

    /** The voices of a tone are that tone at other times: known without any interpolation. */
    @Test
    void voicesAreTheSoundAtSwingingTimes() {
        StreamFormat format = StreamFormat.stereo(RATE);
        float[][] tone = TestSignals.sine(format, RATE, 440, 0.5);
        float[][] out = out(Map.of("rateHz", 3.0, "depth", 0.5, "mix", 1.0), format, tone);
        for (int i = RATE / 10; i < RATE; i++) {
            double swing = 2 * Math.PI * 3 * i / RATE;
            assertThat((double) out[0][i]).isCloseTo(voices(i, Math.sin(swing)), within(2e-5));
            assertThat((double) out[1][i]).isCloseTo(voices(i, Math.cos(swing)), within(2e-5));
        }
    }

    private static double voices(int frame, double swing) {
        return (voice(frame, swing) + voice(frame, -swing)) / 2;
    }

    private static double voice(int frame, double swing) {
        double t = (double) frame / RATE - 0.015 - 0.5 * 0.008 * swing;
        return 0.5 * Math.sin(2 * Math.PI * 440 * t);
    }
}
