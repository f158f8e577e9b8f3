package auralis.dsp.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.ProcessorContract;
import auralis.dsp.SpectralLine;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantizerTest {
    private static final int RATE = 48_000;
    private static final int LONG = 1 << 20;
    private static final StreamFormat MONO = StreamFormat.mono(RATE);

    /** Near 997 Hz, a whole number of periods in the long signals. */
    private static final double TONE_HZ = 21_780.0 * RATE / LONG;

    private abstract static class Contract extends ProcessorContract {
        private final Dither dither;

        Contract(Dither dither) {
            this.dither = dither;
        }

        @Override
        protected AudioProcessor processor() {
            return new Quantizer(16, dither, 1);
        }

        @Override
        protected AudioProcessor neutral() {
            return null;
        }

        @Override
        protected boolean keepsSilence() {
            return dither == Dither.NONE;
        }

        @Override
        protected boolean commutesWithChannelSwap() {
            return dither == Dither.NONE;
        }
    }

    @Nested
    class Plain extends Contract {
        Plain() {
            super(Dither.NONE);
        }
    }

    @Nested
    class Dithered extends Contract {
        Dithered() {
            super(Dither.TPDF);
        }
    }

    @Nested
    class Shaped extends Contract {
        Shaped() {
            super(Dither.SHAPED);
        }
    }

    @ParameterizedTest
    @CsvSource({"16, TPDF", "24, TPDF", "16, NONE", "16, SHAPED"})
    void everySampleIsAnInteger(int bits, Dither dither) {
        float[][] planes = TestSignals.noise(MONO, 10_000, 0.9, 4);
        quantize(prepared(bits, dither, MONO), planes);
        for (float sample : planes[0]) {
            double steps = sample * Math.pow(2, bits - 1);
            assertThat(steps).isEqualTo(Math.rint(steps));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24})
    void samplesOnTheGridStayWithoutDither(int bits) {
        float[][] planes = TestSignals.noise(MONO, 10_000, 1, 4);
        quantize(prepared(bits, Dither.NONE, MONO), planes);
        float[][] again = TestSignals.copy(planes);
        Quantizer quantizer = prepared(bits, Dither.NONE, MONO);
        quantize(quantizer, again);
        assertThat(again).isDeepEqualTo(planes);
        assertThat(quantizer.clamped()).isZero();
    }

    /** Error power -96.33 dBFS, mean nothing, whatever the signal: no noise modulation. */
    @ParameterizedTest
    @ValueSource(doubles = {-200, -100.3, -60, -6})
    void errorOfDitherDoesNotDependOnTheSignal(double levelDbfs) {
        double[] error = errors(16, Dither.TPDF, tone(levelDbfs));
        assertThat(mean(error)).isCloseTo(0, within(1e-7));
        assertThat(Decibels.ofPower(power(error))).isCloseTo(-96.33, within(0.02));
    }

    @Test
    void errorOf24BitsIs48DecibelsLower() {
        double[] error = errors(24, Dither.TPDF, tone(-60));
        assertThat(Decibels.ofPower(power(error))).isCloseTo(-96.33 - 48.16, within(0.1));
    }

    @Test
    void ditherKeepsATone99DecibelsDownFromHarmonics() {
        float[][] rounded = tone(-60);
        float[][] dithered = tone(-60);
        quantize(prepared(16, Dither.NONE, MONO), rounded);
        quantize(prepared(16, Dither.TPDF, MONO), dithered);
        assertThat(lineDb(rounded, 3)).isGreaterThan(-125);
        for (int harmonic = 3; harmonic <= 7; harmonic++) {
            assertThat(lineDb(dithered, harmonic)).isLessThan(-140);
        }
    }

    @Test
    void toneBelowOneStepSurvives() {
        float[][] rounded = tone(-100.3);
        float[][] dithered = tone(-100.3);
        quantize(prepared(16, Dither.NONE, MONO), rounded);
        quantize(prepared(16, Dither.TPDF, MONO), dithered);
        assertThat(AudioBlock.of(rounded).peak()).isZero();
        assertThat(lineDb(dithered, 1)).isCloseTo(-100.3, within(0.05));
    }

    @Test
    void shapingRaisesTheNoiseAndMovesItUp() {
        double[] shaped = errors(16, Dither.SHAPED, tone(-60));
        double[] plain = errors(16, Dither.TPDF, tone(-60));
        assertThat(Decibels.ofPower(power(shaped))).isCloseTo(-84.15, within(0.1));
        assertThat(powerOfLow(shaped)).isLessThan(powerOfLow(plain) / 5);
        assertThat(mean(shaped)).isCloseTo(0, within(1e-7));
    }

    @Test
    void shapingIsForTheRatesItWasMadeFor() {
        StreamFormat format = StreamFormat.mono(96_000);
        float[][] shaped = TestSignals.music(format, 5000);
        float[][] plain = TestSignals.copy(shaped);
        quantize(prepared(16, Dither.SHAPED, format), shaped);
        quantize(prepared(16, Dither.TPDF, format), plain);
        assertThat(shaped).isDeepEqualTo(plain);
    }

    @Test
    void ditherDependsOnFrameNumberAndNotOnHistory() {
        StreamFormat format = StreamFormat.stereo(RATE);
        float[][] whole = TestSignals.music(format, 5000);
        float[][] tail = new float[2][];
        for (int c = 0; c < 2; c++) {
            tail[c] = Arrays.copyOfRange(whole[c], 3000, 5000);
        }
        quantize(prepared(16, Dither.TPDF, format), whole);
        Quantizer quantizer = prepared(16, Dither.TPDF, format);
        quantizer.process(new AudioBlock(2, 777));
        quantizer.position(3000);
        quantize(quantizer, tail);
        for (int c = 0; c < 2; c++) {
            assertThat(tail[c]).isEqualTo(Arrays.copyOfRange(whole[c], 3000, 5000));
        }
    }

    @Test
    void channelsAndSeedsHaveNoiseOfTheirOwn() {
        StreamFormat format = StreamFormat.stereo(RATE);
        float[][] first = new float[2][100_000];
        float[][] second = new float[2][100_000];
        quantize(prepared(16, Dither.TPDF, format), first);
        Quantizer other = new Quantizer(16, Dither.TPDF, 2);
        other.prepare(format, 4096);
        quantize(other, second);
        assertThat(correlation(first[0], first[1])).isCloseTo(0, within(0.02));
        assertThat(correlation(first[0], second[0])).isCloseTo(0, within(0.02));
        float[] shifted = Arrays.copyOfRange(first[0], 1, first[0].length);
        assertThat(correlation(first[0], shifted)).isCloseTo(0, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"16, NONE", "16, TPDF", "16, SHAPED", "24, NONE"})
    void saturatesAndNeverWraps(int bits, Dither dither) {
        double step = Math.pow(2, 1 - bits);
        Quantizer quantizer = prepared(bits, dither, MONO);
        float[][] planes = {{1.5f, -1.5f, Float.POSITIVE_INFINITY, -1e30f, 0.25f}};
        quantize(quantizer, planes);
        assertThat(planes[0][0]).isEqualTo((float) (1 - step));
        assertThat(planes[0][1]).isEqualTo(-1f);
        assertThat(planes[0][2]).isEqualTo((float) (1 - step));
        assertThat(planes[0][3]).isEqualTo(-1f);
        assertThat((double) planes[0][4]).isCloseTo(0.25, within(20 * step));
        assertThat(quantizer.clamped()).isEqualTo(4);
        quantizer.reset();
        assertThat(quantizer.clamped()).isZero();
    }

    @Test
    void rejectsOtherDepths() {
        assertThatThrownBy(() -> new Quantizer(8, Dither.TPDF, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static float[][] tone(double levelDbfs) {
        return TestSignals.sine(MONO, LONG, TONE_HZ, Decibels.toGain(levelDbfs));
    }

    private static double lineDb(float[][] planes, int harmonic) {
        return Decibels.ofGain(
                SpectralLine.amplitude(planes[0], 0, LONG, harmonic * TONE_HZ, RATE));
    }

    private static Quantizer prepared(int bits, Dither dither, StreamFormat format) {
        Quantizer quantizer = new Quantizer(bits, dither, 1);
        quantizer.prepare(format, 4096);
        return quantizer;
    }

    private static void quantize(Quantizer quantizer, float[][] planes) {
        AudioBlock block = AudioBlock.of(planes);
        for (int from = 0; from < block.capacity(); from += 4096) {
            quantizer.process(block.window(from, Math.min(from + 4096, block.capacity())));
        }
    }

    private static double[] errors(int bits, Dither dither, float[][] planes) {
        float[][] out = TestSignals.copy(planes);
        quantize(prepared(bits, dither, MONO), out);
        double[] errors = new double[LONG];
        for (int i = 0; i < LONG; i++) {
            errors[i] = (double) out[0][i] - planes[0][i];
        }
        return errors;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double power(double[] values) {
        return Arrays.stream(values).map(v -> v * v).sum() / values.length;
    }

    /** The power below about 3 kHz, behind three averages of eight frames. */
    private static double powerOfLow(double[] values) {
        double[] low = values;
        for (int pass = 0; pass < 3; pass++) {
            double[] wide = low;
            low = new double[wide.length - 7];
            for (int i = 0; i < low.length; i++) {
                for (int k = 0; k < 8; k++) {
                    low[i] += wide[i + k] / 8;
                }
            }
        }
        return power(low);
    }

    private static double correlation(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }
}
