package auralis.dsp.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Decibels;
import auralis.dsp.SpectralLine;
import auralis.dsp.StreamFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EqualizerTest extends EffectContract {
    @Override
    AudioEffect effect() {
        return new Equalizer();
    }

    @Override
    Map<String, Double> audible() {
        return Map.of(
                "lowGainDb", 6.0, "lowMidGainDb", -6.0, "highMidGainDb", 4.0, "highGainDb", -3.0);
    }

    @Override
    Map<String, Double> silent() {
        return Map.of();
    }

    @Test
    void eachBandHasItsGainAtItsPlace() {
        assertThat(levelDb(20, Map.of("lowGainDb", 6.0))).isCloseTo(6, within(0.1));
        assertThat(levelDb(100, Map.of("lowGainDb", 6.0))).isCloseTo(3, within(0.01));
        assertThat(levelDb(500, Map.of("lowMidGainDb", -9.0))).isCloseTo(-9, within(0.01));
        assertThat(levelDb(2_500, Map.of("highMidGainDb", 12.0))).isCloseTo(12, within(0.01));
        assertThat(levelDb(8_000, Map.of("highGainDb", 6.0))).isCloseTo(3, within(0.01));
        assertThat(levelDb(20_000, Map.of("highGainDb", 6.0))).isCloseTo(6, within(0.1));
    }

    private double levelDb(double hz, Map<String, Double> values) {
        StreamFormat format = StreamFormat.mono(48_000);
        float[] response = out(values, format, impulse(format, 48_000))[0];
        double amplitude = SpectralLine.amplitude(response, 0, 48_000, hz, 48_000);
        return Decibels.ofGain(amplitude * 24_000);
    }
}
