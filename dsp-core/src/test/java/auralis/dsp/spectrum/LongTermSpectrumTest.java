package auralis.dsp.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTermSpectrumTest {
    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void aToneStandsInItsThirdOctave(int sampleRate) {
        StreamFormat format = StreamFormat.stereo(sampleRate);
        for (double hz : new double[] {25, 50, 1000, 16_000}) {
            float[][] tone = TestSignals.sine(format, 3 * sampleRate, hz, 0.5);
            PowerSpectrum spectrum = measured(format, tone).orElseThrow();
            double band = spectrum.power(hz * Math.pow(10, -0.05), hz * Math.pow(10, 0.05));
            // The lowest third octave is as narrow as the main lobe of the window.
            double lossDb = hz < 30 ? 0.8 : 0.1;
            assertThat(Decibels.ofPower(band / 0.125)).isCloseTo(0, within(lossDb));
            double[] bands = spectrum.powers(Bands.THIRD_OCTAVE);
            int loudest = (int) Math.round(10 * Math.log10(hz / 25));
            assertThat(Arrays.stream(bands).max().orElseThrow()).isEqualTo(bands[loudest]);
        }
    }

    @Test
    void whiteNoiseIsEvenPerHertz() {
        StreamFormat format = StreamFormat.stereo(48_000);
        float[][] noise = TestSignals.noise(format, 20 * 48_000, 0.5, 1);
        PowerSpectrum spectrum = measured(format, noise).orElseThrow();
        double meanSquare = 0.25 / 3;
        double[] bark = spectrum.powers(Bands.BARK);
        for (int i = 0; i < bark.length; i++) {
            double width = Bands.BARK.highHz(i) - Bands.BARK.lowHz(i);
            double expected = meanSquare * width / 24_000;
            assertThat(bark[i]).isCloseTo(expected, within(0.15 * expected));
        }
        assertThat(spectrum.rolloffHz(0.85, 20, 20_000)).isCloseTo(17_003, within(50.0));
    }

    @Test
    void sideAndMidAreTold() {
        StreamFormat format = StreamFormat.stereo(44_100);
        float[][] noise = TestSignals.noise(format, 5 * 44_100, 0.5, 2);
        assertSide(format, noise, 0, 1.0);
        float[] left = noise[0];
        assertSide(format, new float[][] {left, scaled(left, 0.5f)}, -9.542, 0.001);
        // As far as the rounding of floats lets two channels be told apart.
        assertSide(format, new float[][] {left, scaled(left, -1)}, 90, 10);
        assertSide(format, new float[][] {left, left}, -90, 10);
        assertThat(stereo(StreamFormat.mono(44_100), new float[][] {left})).isEmpty();
        assertThat(stereo(format, new float[2][44_100])).isEmpty();
    }

    @Test
    void theWidestMomentsCountByThemselves() {
        StreamFormat format = StreamFormat.stereo(44_100);
        float[] left = TestSignals.noise(format, 40 * 44_100, 0.5, 2)[0];
        float[] right = scaled(left, 0.5f);
        // Four of forty seconds are as wide as one channel alone.
        Arrays.fill(right, 10 * 44_100, 14 * 44_100, 0f);
        StereoSpectrum spectrum = stereo(format, new float[][] {left, right}).orElseThrow();
        assertThat(spectrum.widestDb()).isCloseTo(0, within(0.3));
    }

    private static void assertSide(
            StreamFormat format, float[][] sound, double sideToMidDb, double tolerance) {
        double[] db = stereo(format, sound).orElseThrow().sideToMidDb(new Bands(200, 2000, 16_000));
        assertThat(db[0]).isCloseTo(sideToMidDb, within(tolerance + 1e-6));
        assertThat(db[1]).isCloseTo(sideToMidDb, within(tolerance + 1e-6));
    }

    private static Optional<StereoSpectrum> stereo(StreamFormat format, float[][] sound) {
        LongTermSpectrum analyzer = new LongTermSpectrum();
        analyzer.prepare(format, sound[0].length);
        analyzer.process(AudioBlock.of(sound));
        return analyzer.stereo();
    }

    private static float[] scaled(float[] plane, float gain) {
        float[] out = plane.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] *= gain;
        }
        return out;
    }

    @Test
    void quietPartsDoNotCount() {
        StreamFormat format = StreamFormat.mono(48_000);
        float[][] sound = TestSignals.sine(format, 40 * 48_000, 1000, 0.5);
        float[][] quiet = TestSignals.sine(format, 40 * 48_000, 100, 0.05);
        // Ten seconds loud, thirty seconds 20 dB down at another frequency.
        System.arraycopy(quiet[0], 0, sound[0], 10 * 48_000, 30 * 48_000);
        PowerSpectrum spectrum = measured(format, sound).orElseThrow();
        // One frame of thirty stands half in the quiet part.
        assertThat(spectrum.power(900, 1100)).isCloseTo(0.125, within(0.005));
        assertThat(spectrum.power(80, 120)).isLessThan(1e-4);
    }

    @Test
    void ofSilenceThereIsNone() {
        StreamFormat format = StreamFormat.stereo(48_000);
        assertThat(measured(format, new float[2][48_000])).isEmpty();
        assertThat(measured(format, TestSignals.noise(format, 1000, 0.5, 1))).isEmpty();
    }

    @Test
    void oppositePhasesDoNotVanish() {
        StreamFormat format = StreamFormat.stereo(48_000);
        float[][] tone = TestSignals.sine(format, 48_000, 1000, 0.5);
        for (int i = 0; i < tone[1].length; i++) {
            tone[1][i] = -tone[1][i];
        }
        PowerSpectrum spectrum = measured(format, tone).orElseThrow();
        assertThat(spectrum.power(900, 1100)).isCloseTo(0.125, within(1e-5));
    }

    @Test
    void bandsShareCutBins() {
        double[] power = {0, 1, 1, 1, 1, 0, 0};
        PowerSpectrum spectrum = new PowerSpectrum(power, 10);
        assertThat(spectrum.power(10, 20)).isCloseTo(1, within(1e-12));
        assertThat(spectrum.power(12, 14.5)).isCloseTo(0.25, within(1e-12));
        assertThat(spectrum.power(0, 1000)).isCloseTo(4, within(1e-12));
        assertThat(spectrum.power(500, 1000)).isZero();
        assertThat(spectrum.rolloffHz(0.5, 0, 1000)).isCloseTo(25, within(1e-12));
        assertThat(spectrum.rolloffHz(0.5, 500, 1000)).isEqualTo(500);
    }

    @Test
    void theBandsAreThoseOfTheStandards() {
        assertThat(Bands.BARK.count()).isEqualTo(25);
        assertThat(Bands.THIRD_OCTAVE.count()).isEqualTo(30);
        assertThat(Bands.THIRD_OCTAVE.centreHz(0)).isCloseTo(25.12, within(0.01));
        assertThat(Bands.THIRD_OCTAVE.centreHz(16)).isCloseTo(1000, within(1e-9));
        assertThat(Bands.THIRD_OCTAVE.centreHz(29)).isCloseTo(19_953, within(1.0));
        assertThatThrownBy(() -> new Bands(100, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bands(100)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<PowerSpectrum> measured(StreamFormat format, float[][] planes) {
        LongTermSpectrum spectrum = new LongTermSpectrum();
        spectrum.prepare(format, planes[0].length);
        spectrum.process(AudioBlock.of(planes));
        return spectrum.result();
    }
}
