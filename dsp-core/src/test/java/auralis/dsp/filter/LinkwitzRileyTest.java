package auralis.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkwitzRileyTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 24_000;

    private final float[] low = new float[FRAMES];
    private final float[] high = new float[FRAMES];

    private void split(float[] plane, double hz) {
        new LinkwitzRiley(hz, RATE).split(plane, low, high, 0, plane.length);
    }

    private static double levelDb(float[] plane) {
        double sum = 0;
        for (int i = plane.length / 2; i < plane.length; i++) {
            sum += (double) plane[i] * plane[i];
        }
        return Decibels.ofPower(2 * sum / (plane.length / 2));
    }

    @ParameterizedTest
    @CsvSource({"1000, -6.02, -6.02", "100, 0, -80", "10000, -85.5, 0"})
    void bandsAre6DbDownAtTheFrequencyAnd24DbPerOctave(double hz, double lowDb, double highDb) {
        split(TestSignals.sine(StreamFormat.mono(RATE), FRAMES, hz, 1)[0], 1000);
        assertThat(levelDb(low)).isCloseTo(lowDb, within(0.3));
        assertThat(levelDb(high)).isCloseTo(highDb, within(0.3));
    }

    @Test
    void bandsAddUpToTheAllPass() {
        float[] music = TestSignals.music(StreamFormat.mono(RATE), FRAMES)[0];
        split(music, 120);
        Biquad allPass = new Biquad(LinkwitzRiley.allPass(120, RATE));
        for (int i = 0; i < FRAMES; i++) {
            assertThat((double) low[i] + high[i]).isCloseTo(allPass.next(music[i]), within(1.5e-7));
        }
        for (double hz = 10; hz < 24_000; hz *= 1.1) {
            assertThat(LinkwitzRiley.allPass(120, RATE).magnitude(hz, RATE))
                    .isCloseTo(1, within(1e-9));
        }
    }

    /** The high band against two Butterworth high-passes, of which it must be the exact equal. */
    @Test
    void highBandIsTheSquareOfAHighPass() {
        float[] music = TestSignals.music(StreamFormat.mono(RATE), FRAMES)[0];
        split(music, 120);
        BiquadCoefficients highPass = BiquadDesign.highPass(120, BiquadDesign.BUTTERWORTH_Q, RATE);
        Biquad first = new Biquad(highPass);
        Biquad second = new Biquad(highPass);
        for (int i = 0; i < FRAMES; i++) {
            assertThat((double) high[i]).isCloseTo(second.next(first.next(music[i])), within(1e-7));
        }
    }

    @Test
    void aBandMayReplaceTheInput() {
        float[] music = TestSignals.music(StreamFormat.mono(RATE), FRAMES)[0];
        split(music, 1000);
        float[] expected = low.clone();
        LinkwitzRiley again = new LinkwitzRiley(1000, RATE);
        again.split(music, music, high, 0, FRAMES);
        assertThat(music).isEqualTo(expected);
    }
}
