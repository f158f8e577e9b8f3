package auralis.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FourBandsTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 48_000;

    @ParameterizedTest
    @ValueSource(doubles = {30, 120, 400, 1_000, 3_000, 6_000, 15_000})
    void theBandsTogetherAreAllPass(double hz) {
        float[] tone = tone(hz);
        float[][] bands = split(tone);
        float[] sum = new float[FRAMES];
        for (float[] band : bands) {
            for (int i = 0; i < FRAMES; i++) {
                sum[i] += band[i];
            }
        }
        assertThat(levelDb(sum)).isCloseTo(levelDb(tone), within(0.001));
    }

    /** Half of the sum's amplitude comes from either side of a split: −6.02 dB. */
    @ParameterizedTest
    @CsvSource({"120, 0", "1000, 1", "6000, 2"})
    void atASplitBothNeighboursAreHalf(double hz, int below) {
        float[] tone = tone(hz);
        float[][] bands = split(tone);
        double half = levelDb(tone) - 6.02;
        assertThat(levelDb(bands[below])).isCloseTo(half, within(0.1));
        assertThat(levelDb(bands[below + 1])).isCloseTo(half, within(0.1));
    }

    @Test
    void anOctaveOffABandIsDownByTwentyFourDecibels() {
        float[] tone = tone(60);
        assertThat(levelDb(split(tone)[1]) - levelDb(tone)).isCloseTo(-24.6, within(0.5));
    }

    @Test
    void energiesAreThoseOfTheBands() {
        float[] tone = tone(500);
        float[][] bands = new float[FourBands.COUNT][FRAMES];
        double[] energies = new double[FourBands.COUNT];
        bands().split(tone, 0, FRAMES, bands, energies);
        for (int b = 0; b < FourBands.COUNT; b++) {
            double energy = 0;
            for (float sample : bands[b]) {
                energy += (double) sample * sample;
            }
            assertThat(energies[b]).isCloseTo(energy, within(1e-4 * energy + 1e-9));
        }
    }

    private static FourBands bands() {
        return new FourBands(120, 1_000, 6_000, RATE, FRAMES);
    }

    private static float[][] split(float[] plane) {
        float[][] bands = new float[FourBands.COUNT][FRAMES];
        bands().split(plane, 0, FRAMES, bands, new double[FourBands.COUNT]);
        return bands;
    }

    private static float[] tone(double hz) {
        return TestSignals.sine(StreamFormat.mono(RATE), FRAMES, hz, 0.5)[0];
    }

    /** Of the second half, when all has settled. */
    private static double levelDb(float[] plane) {
        double sum = 0;
        for (int i = FRAMES / 2; i < FRAMES; i++) {
            sum += (double) plane[i] * plane[i];
        }
        return Decibels.ofPower(sum / (FRAMES / 2));
    }
}
