package auralis.dsp.stereo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioProcessor;
import auralis.dsp.ChannelLayout;
import auralis.dsp.Decibels;
import auralis.dsp.ProcessorContract;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StereoWidthTest extends ProcessorContract {
    private static final StreamFormat STEREO = StreamFormat.stereo(48_000);
    private static final int FRAMES = 24_000;

    @Override
    protected AudioProcessor processor() {
        return new StereoWidth(0.8, 1.3);
    }

    @Override
    protected AudioProcessor neutral() {
        return new StereoWidth(1, 1);
    }

    private static float[][] widened(double bassWidth, double width, float[][] input) {
        StereoWidth processor = new StereoWidth(bassWidth, width);
        processor.prepare(STEREO, FRAMES);
        return run(processor, input, 4096);
    }

    /** A tone of opposite phase: nothing but side. */
    private static float[][] side(double hz) {
        float[][] planes = TestSignals.sine(STEREO, FRAMES, hz, 0.5);
        for (int i = 0; i < FRAMES; i++) {
            planes[1][i] = -planes[1][i];
        }
        return planes;
    }

    private static double rms(float[] plane) {
        double sum = 0;
        for (int i = FRAMES / 2; i < FRAMES; i++) {
            sum += (double) plane[i] * plane[i];
        }
        return Math.sqrt(2 * sum / FRAMES);
    }

    @ParameterizedTest
    @CsvSource({
        "0.8, 1.3, 40, 0.8",
        "0.8, 1.3, 120, 0.8",
        "0.8, 1.3, 300, 1.3",
        "0.8, 1.3, 5000, 1.3",
        "1.0, 1.4, 120, 1.0",
        "0.5, 1.0, 120, 0.5",
        "0.5, 1.0, 300, 1.0",
        "0.7, 0.7, 40, 0.7",
        "0.7, 0.7, 5000, 0.7",
        "1.0, 0.6, 40, 0.6"
    })
    void sideHasTheGainOfItsFrequency(double bassWidth, double width, double hz, double expected) {
        float[][] in = side(hz);
        float[][] out = widened(bassWidth, width, in);
        double gainDb = Decibels.ofGain(rms(out[0]) / rms(in[0]));
        assertThat(gainDb).isCloseTo(Decibels.ofGain(expected), within(0.3));
    }

    @Test
    void monoBassLeavesNoSideBelow() {
        float[][] out = widened(0, 1, side(40));
        assertThat(Decibels.ofGain(rms(out[0]) / rms(side(40)[0]))).isLessThan(-25);
    }

    @Test
    void widthZeroIsMono() {
        float[][] out = widened(0, 0, TestSignals.music(STEREO, FRAMES));
        assertThat(out[0]).isEqualTo(out[1]);
    }

    @Test
    void theMonoSumStays() {
        float[][] in = TestSignals.music(STEREO, FRAMES);
        float[][] out = widened(0.5, 1.4, in);
        for (int i = 0; i < FRAMES; i++) {
            assertThat((double) out[0][i] + out[1][i])
                    .isCloseTo((double) in[0][i] + in[1][i], within(3e-7));
        }
    }

    @Test
    void equalChannelsStayAsTheyAre() {
        float[][] mono = TestSignals.sine(STEREO, FRAMES, 100, 0.7);
        assertThat(widened(0.5, 1.4, mono)).isDeepEqualTo(mono);
    }

    /** A complementary or shelving side in phase with the mid has no notches to left or right. */
    @ParameterizedTest
    @ValueSource(doubles = {60, 120, 170, 210, 250, 300, 1000})
    void aSoundOnTheLeftStaysLouderThere(double hz) {
        float[][] left = TestSignals.sine(STEREO, FRAMES, hz, 0.5);
        left[1] = new float[FRAMES];
        float[][] out = widened(0.5, 1.4, left);
        double ratio = rms(out[0]) / rms(left[0]);
        assertThat(ratio).isBetween(0.73, 1.21).isGreaterThan(rms(out[1]) / rms(left[0]));
    }

    @Test
    void moreThanTwoChannelsAndOtherWidthsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                processor()
                                        .prepare(
                                                new StreamFormat(
                                                        48_000, ChannelLayout.SURROUND_5_1),
                                                64));
        assertThatIllegalArgumentException().isThrownBy(() -> new StereoWidth(1.1, 1.2));
        assertThatIllegalArgumentException().isThrownBy(() -> new StereoWidth(1, Double.NaN));
    }
}
