package auralis.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Decibels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BiquadDesignTest {
    private static final int RATE = 48_000;
    private static final double Q = BiquadDesign.BUTTERWORTH_Q;

    private static double db(BiquadCoefficients h, double hz) {
        return Decibels.ofGain(h.magnitude(hz, RATE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {30, 1000, 15_000})
    void passFiltersAre3DbDownAtTheirFrequency(double hz) {
        BiquadCoefficients low = BiquadDesign.lowPass(hz, Q, RATE);
        BiquadCoefficients high = BiquadDesign.highPass(hz, Q, RATE);
        assertThat(db(low, hz)).isCloseTo(-3.0103, within(1e-4));
        assertThat(db(high, hz)).isCloseTo(-3.0103, within(1e-4));
        assertThat(db(low, hz / 100)).isCloseTo(0, within(1e-3));
        assertThat(high.magnitude(RATE / 2.0, RATE)).isCloseTo(1, within(1e-9));
        assertThat(db(high, hz / 10)).isLessThan(-39);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-12, -0.5, 3, 12})
    void equaliserSectionsHaveTheirGain(double gainDb) {
        BiquadCoefficients peak = BiquadDesign.peaking(1000, gainDb, 1, RATE);
        assertThat(db(peak, 1000)).isCloseTo(gainDb, within(1e-9));
        assertThat(db(peak, 5)).isCloseTo(0, within(0.01));
        BiquadCoefficients low = BiquadDesign.lowShelf(1000, gainDb, Q, RATE);
        assertThat(db(low, 5)).isCloseTo(gainDb, within(0.01));
        assertThat(db(low, 1000)).isCloseTo(gainDb / 2, within(1e-9));
        assertThat(db(low, 23_900)).isCloseTo(0, within(0.01));
        BiquadCoefficients high = BiquadDesign.highShelf(1000, gainDb, Q, RATE);
        assertThat(db(high, 5)).isCloseTo(0, within(0.01));
        assertThat(db(high, 1000)).isCloseTo(gainDb / 2, within(1e-9));
        assertThat(db(high, 23_900)).isCloseTo(gainDb, within(0.01));
    }

    @Test
    void noGainIsTheIdentity() {
        assertThat(BiquadDesign.peaking(1000, 0, 1, RATE).isIdentity()).isTrue();
        assertThat(BiquadDesign.lowShelf(1000, 0, Q, RATE).isIdentity()).isTrue();
        assertThat(BiquadDesign.highShelf(1000, 0, Q, RATE).isIdentity()).isTrue();
        assertThat(BiquadDesign.peaking(1000, 0.01, 1, RATE).isIdentity()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9})
    void butterworthShelfIsMonotonicBetweenItsGains(double gain) {
        List<BiquadCoefficients> shelf = BiquadDesign.butterworthLowShelf(200, gain, 4, RATE);
        double last = 0;
        for (double hz = 5; hz < 24_000; hz *= 1.05) {
            double frequency = hz;
            double magnitude =
                    shelf.stream()
                            .mapToDouble(h -> h.magnitude(frequency, RATE))
                            .reduce(1, (a, b) -> a * b);
            double warped = Math.tan(Math.PI * hz / RATE) / Math.tan(Math.PI * 200 / RATE);
            double w8 = Math.pow(warped, 8);
            assertThat(magnitude)
                    .isCloseTo(Math.sqrt((w8 + gain * gain) / (w8 + 1)), within(1e-6))
                    .isGreaterThanOrEqualTo(last - 1e-9);
            last = magnitude;
        }
    }

    @Test
    void frequenciesOutsideTheRateAreRefused() {
        for (double hz : new double[] {0, -1, 24_000, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BiquadDesign.lowPass(hz, Q, RATE));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> BiquadDesign.lowPass(9, 0, RATE));
    }
}
