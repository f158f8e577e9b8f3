package auralis.dsp.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.ProcessorContract;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressorTest extends ProcessorContract {
    private static final int RATE = 48_000;
    private static final StreamFormat MONO = StreamFormat.mono(RATE);
    private static final CompressorSettings SETTINGS = new CompressorSettings(-20, 3, 6, 5, 80, 2);

    @Override
    protected AudioProcessor processor() {
        return new Compressor(SETTINGS);
    }

    @Override
    protected AudioProcessor neutral() {
        return new Compressor(new CompressorSettings(-40, 1, 6, 5, 80, 0));
    }

    /** The static curve of the paper, on a level that lasts. */
    @ParameterizedTest
    @CsvSource({
        "-40, -40",
        "-23, -23",
        "-21.5, -21.625",
        "-20, -20.5",
        "-18.5, -19.625",
        "-17, -19",
        "-8, -16",
        "0, -13.333333"
    })
    void levelsFollowTheCurve(double inputDb, double outputDb) {
        Compressor compressor = prepared(new CompressorSettings(-20, 3, 6, 5, 80, 0), MONO);
        float[][] level = TestSignals.constant(MONO, RATE, Decibels.toGain(inputDb));
        float[] out = run(compressor, level, 4096)[0];
        assertThat(Decibels.ofGain(out[RATE - 1])).isCloseTo(outputDb, within(1e-5));
        assertThat(compressor.reductionDb()).isCloseTo(inputDb - outputDb, within(1e-5));
    }

    @Test
    void musicFollowsTheFormula() {
        StreamFormat format = StreamFormat.stereo(RATE);
        float[][] in = TestSignals.music(format, RATE);
        float[][] out = run(prepared(SETTINGS, format), in, 512);
        double attack = Math.exp(-1 / (0.005 * RATE));
        double release = Math.exp(-1 / (0.080 * RATE));
        double y1 = 0;
        double yL = 0;
        for (int i = 0; i < RATE; i++) {
            double level = Math.max(Math.abs(in[0][i]), Math.abs(in[1][i]));
            double xG = 20 * Math.log10(Math.max(level, 1e-10));
            double xL = xG - curve(xG);
            y1 = Math.max(xL, release * y1 + (1 - release) * xL);
            yL = attack * yL + (1 - attack) * y1;
            double gain = Math.pow(10, (2 - yL) / 20);
            for (int c = 0; c < 2; c++) {
                assertThat((double) out[c][i]).isCloseTo(in[c][i] * gain, within(2e-7));
            }
        }
    }

    private static double curve(double x) {
        double over = x + 20;
        if (2 * over < -6) {
            return x;
        }
        return 2 * Math.abs(over) <= 6
                ? x + (1.0 / 3 - 1) * Math.pow(over + 3, 2) / 12
                : -20 + over / 3;
    }

    @Test
    void attackAndReleaseTakeTheirTime() {
        float[][] in = TestSignals.constant(MONO, 2 * RATE, Decibels.toGain(-40));
        java.util.Arrays.fill(in[0], 0, RATE, 1f);
        float[] out = run(prepared(new CompressorSettings(-20, 2, 0, 10, 100, 0), MONO), in, 64)[0];
        // 10 dB in the end: 63 % after the attack time, 37 % left after release and some attack.
        assertThat(-Decibels.ofGain(out[RATE / 100])).isCloseTo(6.32, within(0.05));
        double left = -40 - Decibels.ofGain(out[RATE + RATE / 10]);
        assertThat(left).isBetween(3.68, 4.3);
    }

    @Test
    void recoversFromAnInfiniteSample() {
        float[][] in = TestSignals.constant(MONO, RATE, 0.5);
        float[] expected = run(prepared(SETTINGS, MONO), in, 4096)[0];
        in[0][100] = Float.POSITIVE_INFINITY;
        float[] out = run(prepared(SETTINGS, MONO), in, 4096)[0];
        assertThat(out[RATE - 1]).isCloseTo(expected[RATE - 1], within(1e-5f));
    }

    @Test
    void rejectsSettingsOutOfRange() {
        assertThatThrownBy(() -> new CompressorSettings(-20, 0.5, 6, 5, 80, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ratio 0.5");
    }

    private static Compressor prepared(CompressorSettings settings, StreamFormat format) {
        Compressor compressor = new Compressor(settings);
        compressor.prepare(format, 4096);
        return compressor;
    }
}
