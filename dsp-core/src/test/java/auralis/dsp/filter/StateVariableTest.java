package auralis.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateVariableTest {
    /** At rest both structures are one filter, so their outputs agree to the rounding of floats. */
    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 192_000})
    void isTheSameFilterAsTheBiquad(int rate) {
        StateVariable filter = new StateVariable();
        filter.lowPass(700, 1.3, rate);
        check(filter, BiquadDesign.lowPass(700, 1.3, rate), rate);
        filter.highPass(700, 1.3, rate);
        check(filter, BiquadDesign.highPass(700, 1.3, rate), rate);
        filter.peaking(3_000, -7, 2, rate);
        check(filter, BiquadDesign.peaking(3_000, -7, 2, rate), rate);
        filter.lowShelf(200, 5, 0.8, rate);
        check(filter, BiquadDesign.lowShelf(200, 5, 0.8, rate), rate);
        filter.highShelf(6_000, -5, 0.8, rate);
        check(filter, BiquadDesign.highShelf(6_000, -5, 0.8, rate), rate);
    }

    private static void check(StateVariable filter, BiquadCoefficients same, int rate) {
        float[] expected = TestSignals.noise(StreamFormat.mono(rate), 5_000, 0.5, 9)[0];
        float[] block = expected.clone();
        float[] single = expected.clone();
        new Biquad(same).process(expected, 0, expected.length);
        filter.reset();
        filter.process(block, 0, block.length);
        filter.reset();
        for (int i = 0; i < single.length; i++) {
            single[i] = (float) filter.next(single[i]);
        }
        assertThat(single).isEqualTo(block);
        for (int i = 0; i < block.length; i++) {
            assertThat(block[i]).isCloseTo(expected[i], within(1e-6f));
        }
    }
}
