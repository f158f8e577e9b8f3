package auralis.dsp.dynamics;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each figure stands twice: the goal, and what was measured when the test was written. */
class TruePeakLimiterTest extends ProcessorContract {
    private static final int RATE = 44_100;
    private static final StreamFormat MONO = StreamFormat.mono(RATE);
    private static final StreamFormat STEREO = StreamFormat.stereo(RATE);
    private static final double CEILING_DBTP = -1;

    @Override
    protected AudioProcessor processor() {
        return new TruePeakLimiter(LimiterSettings.defaults(-6));
    }

    @Override
    protected AudioProcessor neutral() {
        return new TruePeakLimiter(LimiterSettings.defaults(12));
    }

    @ParameterizedTest
    @CsvSource({"3, -0.045, -0.048", "9, -0.044, -0.044"})
    void musicKeepsTheCeiling(double driveDb, double over16, double over4) {
        float[][] out = limit(STEREO, driven(TestSignals.music(STEREO, RATE), driveDb));
        assertOver(out, 16, 0.10, over16);
        assertOver(out, 4, 0.00, over4);
    }

    @ParameterizedTest
    @CsvSource({"6, -0.002, -0.023", "12, -0.002, -0.023"})
    void drumsKeepTheCeiling(double driveDb, double over16, double over4) {
        float[][] out = limit(STEREO, driven(drums(), driveDb));
        assertOver(out, 16, 0.10, over16);
        assertOver(out, 4, 0.00, over4);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 96_000, 192_000})
    void otherRatesKeepTheCeiling(int rate) {
        StreamFormat format = StreamFormat.stereo(rate);
        float[][] out = limit(format, driven(TestSignals.music(format, RATE), 6));
        assertThat(TruePeakReference.levelDbtp(out, 8)).isBetween(-1.2, -0.98);
    }

    /** Without look-ahead the gain is no longer smooth, but still never too high for a sample. */
    @Test
    void samplesKeepTheCeilingWithoutLookAhead() {
        LimiterSettings settings = new LimiterSettings(CEILING_DBTP, 0, 0, 1, 10, 0);
        float[][] out = limit(settings, STEREO, driven(drums(), 12));
        assertThat(Decibels.ofGain(AudioBlock.of(out).peak())).isLessThanOrEqualTo(CEILING_DBTP);
    }

    @Test
    void whiteNoiseKeepsTheCeiling() {
        float[][] noise = TestSignals.noise(STEREO, RATE / 2, 1, 3);
        assertOver(limit(STEREO, driven(noise, 6)), 16, 0.25, 0.099);
    }

    @Test
    void highPassedNoiseKeepsTheCeiling() {
        float[][] noise = TestSignals.noise(STEREO, RATE / 2, 1, 3);
        for (float[] plane : noise) {
            for (int i = plane.length - 1; i > 0; i--) {
                plane[i] -= plane[i - 1];
            }
        }
        assertOver(limit(STEREO, driven(noise, 6)), 16, 0.25, 0.132);
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, -0.049",
        "0.1667, -0.028",
        "0.25, -0.040",
        "0.30, 0.014",
        "0.35, 0.035",
        "0.40, 0.055"
    })
    void tonesAndBurstsKeepTheCeiling(double perFrame, double recorded) {
        double worst = Double.NEGATIVE_INFINITY;
        for (int phase = 0; phase < 4; phase++) {
            float[] tone = new float[4000];
            float[] bursts = new float[4000];
            for (int i = 0; i < tone.length; i++) {
                double angle = 2 * Math.PI * perFrame * i + phase * Math.PI / 8;
                tone[i] = (float) (1.4 * Math.sin(angle));
                bursts[i] = i % 1500 < 40 ? tone[i] : 0;
            }
            for (float[] plane : new float[][] {tone, bursts}) {
                float[][] out = limit(MONO, new float[][] {plane});
                worst = Math.max(worst, TruePeakReference.levelDbtp(out, 16) - CEILING_DBTP);
            }
        }
        assertThat(worst).isLessThanOrEqualTo(0.10).isCloseTo(recorded, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 60, 80, 220, 997, 5000, 10000})
    void tonesAreNotBent(double hz) {
        assertThat(distortionDb(LimiterSettings.defaults(CEILING_DBTP), hz))
                .isLessThanOrEqualTo(-90);
    }

    @ParameterizedTest
    @ValueSource(doubles = {30, 40})
    void deepTonesAreNotBentWithAHoldOfTheirOwn(double hz) {
        LimiterSettings settings = LimiterSettings.defaults(CEILING_DBTP).holdingTone(hz);
        assertThat(distortionDb(settings, hz)).isLessThanOrEqualTo(-90);
    }

    @Test
    void defaultHoldBendsDeepTones() {
        LimiterSettings settings = LimiterSettings.defaults(CEILING_DBTP);
        assertThat(distortionDb(settings, 30)).isCloseTo(-35.2, within(1.0));
    }

    private static double distortionDb(LimiterSettings settings, double hz) {
        double peak = Decibels.toGain(CEILING_DBTP + 6);
        float[][] out = limit(settings, MONO, TestSignals.sine(MONO, 3 * RATE, hz, peak));
        return SpectralLine.restDb(out[0], 2 * RATE, RATE, hz, RATE);
    }

    /** SMPTE RP 120: 60 Hz and 7 kHz at 4:1, side lines relative to the high tone. */
    @Test
    void deepToneDoesNotModulateAHighOne() {
        double peak = Decibels.toGain(CEILING_DBTP + 6);
        float[][] planes = TestSignals.sine(MONO, 3 * RATE, 60, 0.8 * peak);
        float[][] high = TestSignals.sine(MONO, 3 * RATE, 7000, 0.2 * peak);
        for (int i = 0; i < planes[0].length; i++) {
            planes[0][i] += high[0][i];
        }
        float[] out = limit(MONO, planes)[0];
        double sum = 0;
        for (int k = -4; k <= 4; k++) {
            sum += k == 0 ? 0 : Math.pow(lineAt(out, 7000 + k * 60), 2);
        }
        double modulationDb = Decibels.ofGain(Math.sqrt(sum) / lineAt(out, 7000));
        assertThat(modulationDb).isLessThanOrEqualTo(-75).isCloseTo(-96.8, within(1.0));
    }

    private static double lineAt(float[] samples, double hz) {
        return SpectralLine.amplitude(samples, 2 * RATE, RATE, hz, RATE);
    }

    @Test
    void peakUnderTheCeilingLeavesTheStreamAlone() {
        float[][] in = driven(TestSignals.music(STEREO, RATE), -0.1);
        float[][] out = limit(STEREO, in);
        int latency = prepared(LimiterSettings.defaults(CEILING_DBTP), STEREO).latency();
        for (int c = 0; c < in.length; c++) {
            assertThat(Arrays.copyOfRange(out[c], latency, out[c].length))
                    .isEqualTo(Arrays.copyOf(in[c], in[c].length - latency));
        }
    }

    @Test
    void goesBackToExactlyOneAfterAPeak() {
        float[][] in = TestSignals.sine(MONO, 8 * RATE, 440, 0.5);
        Arrays.fill(in[0], 1000, 1100, 3f);
        float[] out = limit(MONO, in)[0];
        int latency = prepared(LimiterSettings.defaults(CEILING_DBTP), MONO).latency();
        int from = 7 * RATE;
        assertThat(Arrays.copyOfRange(out, from + latency, out.length))
                .isEqualTo(Arrays.copyOfRange(in[0], from, in[0].length - latency));
    }

    @Test
    void recoversFromAnInfiniteSample() {
        float[][] in = TestSignals.sine(MONO, 20 * RATE, 440, 0.5);
        in[0][1000] = Float.POSITIVE_INFINITY;
        float[] out = limit(MONO, in)[0];
        assertThat(AudioBlock.of(Arrays.copyOfRange(out, 19 * RATE, 20 * RATE)).peak())
                .isCloseTo(0.5f, within(1e-3f));
    }

    @Test
    void bothChannelsGetOneGain() {
        float[][] in = TestSignals.music(STEREO, RATE / 2);
        for (int i = 0; i < in[0].length; i++) {
            in[1][i] = 0.25f * in[0][i];
        }
        float[][] out = limit(STEREO, driven(in, 8));
        for (int i = 0; i < out[0].length; i++) {
            assertThat(out[1][i]).isCloseTo(0.25f * out[0][i], within(1e-6f));
        }
    }

    @Test
    void tellsHowMuchItReduced() {
        TruePeakLimiter limiter = prepared(LimiterSettings.defaults(CEILING_DBTP), MONO);
        float[][] quiet = TestSignals.sine(MONO, RATE, 1000, 0.5);
        run(limiter, quiet, 4096);
        assertThat(limiter.reductionDb()).isZero();
        assertThat(limiter.medianReductionDb()).isZero();

        double peak = Decibels.toGain(CEILING_DBTP + 6);
        run(limiter, TestSignals.sine(MONO, 2 * RATE, 1000, peak), 4096);
        assertThat(limiter.reductionDb()).isCloseTo(6.05, within(0.01));
        assertThat(limiter.medianReductionDb()).isCloseTo(6.05, within(0.02));
    }

    @Test
    void rejectsSettingsOutOfRange() {
        assertThatThrownBy(() -> LimiterSettings.defaults(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LimiterSettings(-1, -1, 5, 10, 300, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Decaying bursts of coloured noise over a tone, different in each channel. */
    private static float[][] drums() {
        float[][] planes = TestSignals.noise(STEREO, RATE, 1, 5);
        for (float[] plane : planes) {
            double colour = 0;
            for (int i = 0; i < plane.length; i++) {
                colour += 0.6 * (plane[i] - colour);
                plane[i] = (float) (colour * Math.exp(-(i % 7001) / 900.0));
                plane[i] += (float) (0.5 * Math.sin(i * 0.02));
            }
        }
        return planes;
    }

    private static void assertOver(float[][] out, int grid, double goalDb, double recordedDb) {
        double overDb = TruePeakReference.levelDbtp(out, grid) - CEILING_DBTP;
        assertThat(overDb).isLessThanOrEqualTo(goalDb).isCloseTo(recordedDb, within(0.005));
    }

    private static float[][] driven(float[][] planes, double driveDb) {
        double peak = AudioBlock.of(planes).peak();
        float gain = (float) (Decibels.toGain(CEILING_DBTP + driveDb) / peak);
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= gain;
            }
        }
        return planes;
    }

    private static float[][] limit(StreamFormat format, float[][] planes) {
        return limit(LimiterSettings.defaults(CEILING_DBTP), format, planes);
    }

    private static float[][] limit(
            LimiterSettings settings, StreamFormat format, float[][] planes) {
        return run(prepared(settings, format), planes, 4096);
    }

    private static TruePeakLimiter prepared(LimiterSettings settings, StreamFormat format) {
        TruePeakLimiter limiter = new TruePeakLimiter(settings);
        limiter.prepare(format, 4096);
        return limiter;
    }
}
