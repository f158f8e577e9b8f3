package auralis.dsp.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Decibels;
import auralis.dsp.SpectralLine;
import auralis.dsp.StreamFormat;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PassFilterTest {
    /** What both kinds are asked; a low-pass falls towards high frequencies, a high-pass to low. */
    abstract static class Kind extends EffectContract {
        private static final StreamFormat FORMAT = StreamFormat.mono(48_000);
        private static final int FRAMES = 48_000;

        /** The frequency this factor into the stop band, seen from the cut-off at 200 Hz. */
        abstract double stopped(double factor);

        @Override
        Map<String, Double> audible() {
            return Map.of("cutoffHz", 200.0);
        }

        @Test
        void halfThePowerAtTheCutoff() {
            assertThat(levelDb(200, Map.of())).isCloseTo(-3.01, within(0.02));
            assertThat(levelDb(200, Map.of("steep", 1.0))).isCloseTo(-3.01, within(0.02));
        }

        @Test
        void twelveDecibelsPerOctaveAndTwentyFour() {
            assertThat(levelDb(stopped(8), Map.of()) - levelDb(stopped(4), Map.of()))
                    .isCloseTo(-12, within(0.5));
            Map<String, Double> steep = Map.of("steep", 1.0);
            assertThat(levelDb(stopped(8), steep) - levelDb(stopped(4), steep))
                    .isCloseTo(-24, within(0.5));
        }

        @Test
        void qIsTheGainAtTheCutoff() {
            assertThat(levelDb(200, Map.of("q", 4.0))).isCloseTo(Decibels.ofGain(4), within(0.02));
        }

        private double levelDb(double hz, Map<String, Double> values) {
            Map<String, Double> all = new HashMap<>(audible());
            all.putAll(values);
            float[] response = out(all, FORMAT, impulse(FORMAT, FRAMES))[0];
            double amplitude = SpectralLine.amplitude(response, 0, FRAMES, hz, 48_000);
            return Decibels.ofGain(amplitude * FRAMES / 2);
        }
    }

    @Nested
    class Low extends Kind {
        @Override
        AudioEffect effect() {
            return new LowPass();
        }

        @Override
        double stopped(double factor) {
            return 200 * factor;
        }
    }

    @Nested
    class High extends Kind {
        @Override
        AudioEffect effect() {
            return new HighPass();
        }

        @Override
        double stopped(double factor) {
            return 200 / factor;
        }
    }
}
