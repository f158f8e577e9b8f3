package auralis.library.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The scoreboard must not lie: its measures on signals whose values are known. */
class MeasuresTest {
    private static final int RATE = 48_000;
    private static final StreamFormat STEREO = StreamFormat.stereo(RATE);

    private static float[] signal(double seconds, DoubleUnaryOperator atSecond) {
        float[] plane = new float[(int) (seconds * RATE)];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (float) atSecond.applyAsDouble((double) i / RATE);
        }
        return plane;
    }

    private static float[] tone(double hz, double peak, double phase) {
        return signal(4, t -> peak * Math.sin(2 * Math.PI * hz * t + phase));
    }

    private static <R> R measured(Analyzer<R> analyzer, float[]... planes) {
        analyzer.prepare(STEREO, planes[0].length);
        AudioBlock block = AudioBlock.of(planes);
        for (int from = 0; from < block.capacity(); from += 1001) {
            analyzer.process(block.window(from, Math.min(block.capacity(), from + 1001)));
        }
        return analyzer.result();
    }

    @Test
    void finePeaksFindTheCrestsThatSamplesMiss() {
        float[] tone = tone(RATE / 4.0, 1.41, Math.PI / 4);
        Numbers peaks = measured(new FinePeaks(), tone, new float[tone.length]);
        assertThat(Decibels.ofGain(peaks.get(20))).isCloseTo(Decibels.ofGain(1.41), within(0.001));
        assertThat(peaks.count()).isEqualTo(41);
    }

    @Test
    void bassKnowsSideFromTone() {
        float[] mid = tone(60, 0.5, 0);
        float[] side = tone(60, 0.05, 1);
        Bass.Powers before = measured(new Bass(), sum(mid, side, 1), sum(mid, side, -1));
        assertThat(before.ratioDb()).isCloseTo(-20, within(0.1));
        Bass.Powers wider = measured(new Bass(), sum(mid, side, 2), sum(mid, side, -2));
        assertThat(wider.riseDb(before)).isCloseTo(6.02, within(0.1));
    }

    @Test
    void toneIsFarFromAnotherBandButNotFromAnotherLevel() {
        float[] low = tone(100, 0.1, 0);
        float[] high = tone(5000, 0.1, 0);
        Tone.Windows even = measured(new Tone(), sum(low, high, 1), sum(low, high, 1));
        Tone.Windows quiet = measured(new Tone(), sum(low, low, -0.5), sum(low, low, -0.5));
        Tone.Windows bright = measured(new Tone(), sum(low, high, 2), sum(low, high, 2));
        assertThat(even.distanceDb(even).orElseThrow()).isCloseTo(0, within(1e-9));
        assertThat(measured(new Tone(), low, low).distanceDb(quiet).orElseThrow())
                .isCloseTo(0, within(1e-3));
        // One of two bands 6 dB up: 3 dB from the mean each, less by what leaks into others.
        assertThat(even.distanceDb(bright).orElseThrow()).isCloseTo(3, within(0.5));
    }

    private static float[] sum(float[] a, float[] b, double gain) {
        float[] sum = new float[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (a[i] + gain * b[i]);
        }
        return sum;
    }
}
