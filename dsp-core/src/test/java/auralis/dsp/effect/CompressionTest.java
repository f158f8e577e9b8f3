package auralis.dsp.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionTest extends EffectContract {
    @Override
    AudioEffect effect() {
        return new Compression();
    }

    @Override
    Map<String, Double> audible() {
        return Map.of("thresholdDb", -24.0);
    }

    @Override
    Map<String, Double> silent() {
        return Map.of("ratio", 1.0);
    }

    /** The static curve with a threshold of -24 dB, 4:1; with a knee of 12 dB in the last rows. */
    @ParameterizedTest
    @CsvSource({"-30,0,-30", "-24,0,-24", "-12,0,-21", "0,0,-18", "-24,12,-25.125", "-6,12,-19.5"})
    void staticCurve(double inDb, double kneeDb, double outDb) {
        StreamFormat format = StreamFormat.mono(44_100);
        Map<String, Double> values = new HashMap<>(audible());
        values.putAll(Map.of("ratio", 4.0, "kneeDb", kneeDb));
        float[][] steady = TestSignals.constant(format, 88_200, Decibels.toGain(inDb));
        float last = out(values, format, steady)[0][88_199];
        assertThat(Decibels.ofGain(last)).isCloseTo(outDb, within(0.001));
    }
}
