package auralis.dsp.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.meter.LoudnessMeter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forecast against the limiter itself. */
class LimiterForecastTest {
    private static final LimiterSettings SETTINGS = LimiterSettings.defaults(-1);
    private static final double[] DRIVES_DB = {-6, 0, 3, 6, 9};

    @ParameterizedTest
    @ValueSource(ints = {22_050, 44_100, 96_000, 192_000})
    void tellsTheLoudnessThatTheLimiterLeaves(int rate) {
        StreamFormat format = StreamFormat.stereo(rate);
        float[][] music = TestSignals.music(format, 5 * rate);
        List<LimiterOutcome> outcomes = forecast(format, music, 8192);
        for (int i = 0; i < DRIVES_DB.length; i++) {
            float[][] limited = driven(music, DRIVES_DB[i]);
            TruePeakLimiter limiter = new TruePeakLimiter(SETTINGS);
            limiter.prepare(format, limited[0].length);
            limiter.process(AudioBlock.of(limited));
            LimiterOutcome outcome = outcomes.get(1 + i);
            assertThat(outcome.integratedLufs().orElseThrow())
                    .as("drive %s dB", DRIVES_DB[i])
                    .isCloseTo(lufs(format, limited), within(0.03));
            assertThat(outcome.medianReductionDb())
                    .isCloseTo(limiter.medianReductionDb(), within(0.1));
        }
    }

    @Test
    void theFirstOutcomeIsTheStreamItself() {
        StreamFormat format = StreamFormat.mono(48_000);
        float[][] music = TestSignals.music(format, 200_000);
        LimiterOutcome unlimited = forecast(format, music, 4096).get(0);
        assertThat(unlimited.integratedLufs().orElseThrow())
                .isCloseTo(lufs(format, music), within(0.005));
        assertThat(unlimited.medianReductionDb()).isZero();
    }

    @Test
    void blocksDoNotMatter() {
        StreamFormat format = StreamFormat.stereo(44_100);
        float[][] music = TestSignals.music(format, 50_000);
        List<LimiterOutcome> whole = forecast(format, music, 50_000);
        List<LimiterOutcome> split = forecast(format, music, 777);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(split.get(i).stepPowers()).isEqualTo(whole.get(i).stepPowers());
            assertThat(split.get(i).stepPeaks()).isEqualTo(whole.get(i).stepPeaks());
        }
    }

    @Test
    void driveIntoTheLimiterTakesDynamics() {
        StreamFormat format = StreamFormat.stereo(44_100);
        List<LimiterOutcome> outcomes =
                forecast(format, TestSignals.music(format, 5 * 44_100), 8192);
        assertThat(outcomes.get(5).lowPsrDb().orElseThrow())
                .isLessThan(outcomes.get(1).lowPsrDb().orElseThrow() - 2);
    }

    /** 20 log10(√2) = 3.01 dB lie between a sine's peak and its power; both channels add 3.01. */
    @Test
    void aToneStandsInItsKnownRatio() {
        StreamFormat format = StreamFormat.mono(48_000);
        float[][] tone = TestSignals.sine(format, 5 * 48_000, 997, 0.25);
        assertThat(forecast(format, tone, 4096).get(0).lowPsrDb().orElseThrow())
                .isCloseTo(3.01, within(0.02));
    }

    @Test
    void whatIsSilentOrTooShortHasNoLoudness() {
        StreamFormat format = StreamFormat.stereo(44_100);
        for (int frames : new int[] {0, 1, 5000, 100_000}) {
            for (LimiterOutcome outcome : forecast(format, new float[2][frames], 4096)) {
                assertThat(outcome.integratedLufs()).isEmpty();
                assertThat(outcome.lowPsrDb()).isEmpty();
            }
        }
    }

    private static List<LimiterOutcome> forecast(
            StreamFormat format, float[][] planes, int blockFrames) {
        LimiterForecast forecast = new LimiterForecast(SETTINGS, DRIVES_DB);
        listen(forecast, format, planes, blockFrames);
        return forecast.result();
    }

    private static double lufs(StreamFormat format, float[][] planes) {
        LoudnessMeter meter = new LoudnessMeter();
        listen(meter, format, planes, 8192);
        return meter.result().integratedLufs().orElseThrow();
    }

    private static void listen(
            Analyzer<?> analyzer, StreamFormat format, float[][] planes, int blockFrames) {
        analyzer.prepare(format, blockFrames);
        AudioBlock block = AudioBlock.of(planes);
        int frames = planes[0].length;
        for (int from = 0; from < frames; from += blockFrames) {
            analyzer.process(block.window(from, Math.min(frames, from + blockFrames)));
        }
    }

    private static float[][] driven(float[][] planes, double driveDb) {
        float[][] driven = TestSignals.copy(planes);
        float gain = (float) Decibels.toGain(driveDb);
        for (float[] plane : driven) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= gain;
            }
        }
        return driven;
    }
}
