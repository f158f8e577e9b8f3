package auralis.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioProcessor;
import auralis.dsp.ProcessorContract;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.List;
import org.junit.jupiter.api.Test;

class BiquadCascadeTest extends ProcessorContract {
    @Override
    protected AudioProcessor processor() {
        return new BiquadCascade(BiquadCascadeTest::threeSections);
    }

    private static List<BiquadCoefficients> threeSections(int rate) {
        return List.of(
                BiquadDesign.highPass(30, BiquadDesign.BUTTERWORTH_Q, rate),
                BiquadDesign.peaking(300, -4, 1.2, rate),
                BiquadDesign.highShelf(8_000, 3, BiquadDesign.BUTTERWORTH_Q, rate));
    }

    @Override
    protected AudioProcessor neutral() {
        return new BiquadCascade(
                rate ->
                        List.of(
                                BiquadCoefficients.IDENTITY,
                                BiquadDesign.peaking(300, 0, 1.2, rate)));
    }

    @Test
    void filtersAsTheDifferenceEquationSays() {
        StreamFormat format = StreamFormat.mono(44_100);
        float[][] music = TestSignals.music(format, 10_000);
        AudioProcessor cascade = processor();
        cascade.prepare(format, 10_000);
        float[] actual = run(cascade, music, 4096)[0];
        double[] expected = new double[10_000];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = music[0][i];
        }
        for (BiquadCoefficients h : threeSections(44_100)) {
            expected = filtered(expected, h);
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(2e-7));
        }
    }

    private static double[] filtered(double[] x, BiquadCoefficients h) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = h.b0() * x[i];
            y[i] += i > 0 ? h.b1() * x[i - 1] - h.a1() * y[i - 1] : 0;
            y[i] += i > 1 ? h.b2() * x[i - 2] - h.a2() * y[i - 2] : 0;
        }
        return y;
    }

    /** What remains when a sound has died away is zero as a float and no subnormal number. */
    @Test
    void silenceFollowsSound() {
        for (double hz : new double[] {10, 1_000, 50_000}) {
            for (double q : new double[] {0.5, 0.7, 4}) {
                Biquad lowPass = new Biquad(BiquadDesign.lowPass(hz, q, 192_000));
                Biquad highPass = new Biquad(BiquadDesign.highPass(hz, q, 192_000));
                lowPass.next(1);
                highPass.next(1);
                for (int i = 0; i < 2_000 + 30_000_000 / hz; i++) {
                    assertDecaying(lowPass.next(0));
                    assertDecaying(highPass.next(0));
                }
                assertThat((float) lowPass.next(0)).isZero();
                assertThat((float) highPass.next(0)).isZero();
            }
        }
    }

    private static void assertDecaying(double y) {
        if (!(y == 0 || Math.abs(y) > Double.MIN_NORMAL)) {
            throw new AssertionError("subnormal: " + y);
        }
    }
}
