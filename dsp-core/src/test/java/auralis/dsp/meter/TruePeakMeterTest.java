package auralis.dsp.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruePeakMeterTest {
    private static final StreamFormat MONO = StreamFormat.mono(48_000);

    private static Peaks measured(StreamFormat format, float[][] planes, int blockFrames) {
        TruePeakMeter meter = new TruePeakMeter();
        meter.prepare(format, blockFrames);
        AudioBlock block = AudioBlock.of(planes);
        for (int from = 0; from < block.capacity(); from += blockFrames) {
            meter.process(block.window(from, Math.min(block.capacity(), from + blockFrames)));
        }
        return meter.result();
    }

    private static double truePeak(float... plane) {
        return measured(MONO, new float[][] {plane}, 4096).truePeakDbtp().orElseThrow();
    }

    /**
     * The largest value on a grid of {@code factor} points per sample, each made of {@code 2 half}
     * samples, in double precision.
     */
    private static double referenceDbtp(float[] plane, int factor, int half, double beta) {
        double[] taps = EbuSignals.lowPass(2 * half * factor + 1, 0.5 / factor, beta);
        double peak = 0;
        for (int at = -half * factor; at < (plane.length + half) * factor; at++) {
            double sum = 0;
            for (int n = Math.floorDiv(at, factor) - half; n <= at / factor + half; n++) {
                int k = at - n * factor + half * factor;
                if (n >= 0 && n < plane.length && k >= 0 && k < taps.length) {
                    sum += factor * taps[k] * plane[n];
                }
            }
            peak = Math.max(peak, Math.abs(sum));
        }
        return Decibels.ofGain(peak);
    }

    /** Up to the gain of each phase (0.001 dB), which the meter normalises. */
    @Test
    void isTheFilterThatItSaysItIs() {
        float[] noise = TestSignals.noise(MONO, 4_000, 0.5, 9)[0];
        assertThat(truePeak(noise)).isCloseTo(referenceDbtp(noise, 4, 12, 7), within(0.001));
    }

    @Test
    void agreesWithAFineGridOnMusic() {
        StreamFormat format = StreamFormat.stereo(44_100);
        for (float[] plane : TestSignals.music(format, 20_000)) {
            assertThat(truePeak(plane)).isCloseTo(referenceDbtp(plane, 16, 32, 10), within(0.05));
        }
    }

    /** 24 taps lose what lies next to half the sample rate, of which white noise has the most. */
    @Test
    void isNearAFineGridOnNoise() {
        float[] noise = TestSignals.noise(MONO, 4_000, 0.5, 9)[0];
        assertThat(truePeak(noise)).isCloseTo(referenceDbtp(noise, 16, 32, 10), within(0.7));
    }

    /** The under-read of a four-times grid is at most 20 log10 cos(pi f / 4) at f of the rate. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4})
    void tonesReadTheirAmplitude(double frequency) {
        float[] tone = TestSignals.sine(MONO, 48_000, frequency * 48_000 * 1.0001, 0.5)[0];
        for (int i = 0; i < 4_800; i++) {
            tone[i] *= i / 4_800f;
            tone[tone.length - 1 - i] *= i / 4_800f;
        }
        double gridDb = Decibels.ofGain(Math.cos(Math.PI * frequency / 4));
        assertThat(truePeak(tone)).isBetween(-6.0206 + gridDb - 0.01, -6.0206 + 0.06);
    }

    @Test
    void silenceHasNoPeak() {
        Peaks peaks = measured(MONO, new float[1][1000], 100);
        assertThat(peaks.truePeakDbtp()).isEmpty();
        assertThat(peaks.samplePeakDbfs()).isEmpty();
    }

    @Test
    void samplePeakIsTheLargestSampleOfAnyChannel() {
        float[][] planes = new float[2][100];
        planes[1][42] = -0.5f;
        Peaks peaks = measured(StreamFormat.stereo(48_000), planes, 7);
        assertThat(peaks.samplePeakDbfs().orElseThrow()).isCloseTo(-6.0206, within(1e-4));
        assertThat(peaks.truePeakDbtp().orElseThrow()).isCloseTo(-6.0206, within(1e-4));
    }

    @Test
    void peaksBehindTheFirstAndTheLastFramesCount() {
        // Two equal samples meet above themselves: sinc(1/2) twice is 4/pi, less at the window.
        double between = truePeak(0.5f, 0.5f);
        assertThat(between).isCloseTo(Decibels.ofGain(0.5 * 4 / Math.PI), within(0.1));
        assertThat(truePeak(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5f, 0.5f))
                .isEqualTo(between);
    }

    @Test
    void blocksAndSkippedStretchesDoNotMatter() {
        StreamFormat format = StreamFormat.stereo(44_100);
        float[][] planes = TestSignals.noise(format, 10_000, 0.3, 6);
        Random random = new Random(8);
        for (int i = 0; i < 10_000; i++) {
            float gain = random.nextInt(1000) == 0 ? 3 : i / 10_000f;
            planes[0][i] *= gain;
            planes[1][i] *= 1 - gain;
        }
        Peaks whole = measured(format, planes, 10_000);
        for (int frames : new int[] {1, 23, 64, 65, 4096}) {
            assertThat(measured(format, planes, frames)).isEqualTo(whole);
        }
    }

    @Test
    void resetForgetsTheStream() {
        TruePeakMeter meter = new TruePeakMeter();
        meter.prepare(MONO, 100);
        meter.process(AudioBlock.of(TestSignals.constant(MONO, 100, 1)));
        meter.reset();
        assertThat(meter.result().truePeakDbtp()).isEmpty();
    }
}
