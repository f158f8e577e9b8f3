package auralis.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Decibels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KWeightingDesignTest {
    private static double weightingDb(double hz, int rate) {
        return Decibels.ofGain(
                KWeightingDesign.shelf(rate).magnitude(hz, rate)
                        * KWeightingDesign.highPass(rate).magnitude(hz, rate));
    }

    @Test
    void givesTheTableOfTheStandardAt48Khz() {
        assertCoefficients(
                KWeightingDesign.shelf(48_000),
                1.53512485958697,
                -2.69169618940638,
                1.19839281085285,
                -1.69065929318241,
                0.73248077421585);
        assertCoefficients(
                KWeightingDesign.highPass(48_000), 1, -2, 1, -1.99004745483398, 0.99007225036621);
    }

    private static void assertCoefficients(BiquadCoefficients actual, double... expected) {
        double[] coefficients = {actual.b0(), actual.b1(), actual.b2(), actual.a1(), actual.a2()};
        assertThat(coefficients).containsExactly(expected, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "20, -13.275",
        "25, -10.393",
        "50, -3.934",
        "100, -1.134",
        "500, 0.043",
        "997, 0.691",
        "1000, 0.698",
        "2000, 3.071",
        "5000, 4.013",
        "10000, 4.042",
        "20000, 4.043"
    })
    void hasTheKnownResponse(double hz, double expectedDb) {
        assertThat(weightingDb(hz, 48_000)).isCloseTo(expectedDb, within(0.0006));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 88_200, 96_000, 176_400, 192_000})
    void allRatesAgree(int rate) {
        // The largest difference, 0.0131 dB, is at 2.7 kHz and 192 kHz.
        assertThat(weightingDb(997, rate)).isCloseTo(weightingDb(997, 48_000), within(1e-9));
        for (double hz = 20; hz <= 20_000; hz *= 1.01) {
            assertThat(weightingDb(hz, rate)).isCloseTo(weightingDb(hz, 48_000), within(0.0132));
        }
    }
}
