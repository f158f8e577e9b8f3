package auralis.dsp.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.StreamFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GainTest extends EffectContract {
    @Override
    AudioEffect effect() {
        return new Gain();
    }

    @Override
    Map<String, Double> audible() {
        return Map.of("gainDb", -3.0);
    }

    @Override
    Map<String, Double> silent() {
        return Map.of();
    }

    @Test
    void twentyDecibelsAreTenfold() {
        StreamFormat format = StreamFormat.mono(44_100);
        float[][] out = out(Map.of("gainDb", 20.0), format, impulse(format, 10));
        assertThat(out[0][0]).isCloseTo(10, within(1e-5f));
    }
}
