package auralis.dsp.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.Channel;
import auralis.dsp.ChannelLayout;
import auralis.dsp.StreamFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the standards say beside their own signals (BS.1770-5 and Tech 3342), at all six rates: two
 * columns again, the tolerance of 0.1 LU and the recorded reading within 0.01.
 */
class MeterRatesTest {
    static IntStream rates() {
        return EbuConformanceTest.rates();
    }

    @ParameterizedTest
    @MethodSource("rates")
    void bothGates(int rate) {
        assertGated(rate, -69.5, -72, -69.5, -69.498);
        assertGated(rate, -10, -24, -10, -10.056);
        assertGated(rate, -10, -21, -12.68, -12.672);
    }

    /** Ten seconds of a tone at one level, then ten at another. */
    private static void assertGated(
            int rate, double first, double second, double expected, double recorded) {
        LoudnessMeter meter = measured(rate, EbuSignals.at(rate).tone(first, 10).tone(second, 10));
        assertThat(meter.integratedLufs().orElseThrow())
                .isCloseTo(expected, within(0.1))
                .isCloseTo(recorded, within(0.01));
    }

    @ParameterizedTest
    @MethodSource("rates")
    void whereNothingCanBeMeasuredThereIsNoNumber(int rate) {
        assertThat(measured(rate, EbuSignals.at(rate).tone(-23, 0.399)).integratedLufs()).isEmpty();
        assertThat(
                        measured(rate, EbuSignals.at(rate).tone(-23, 0.4))
                                .integratedLufs()
                                .orElseThrow())
                .isCloseTo(-22.99, within(0.01));
        assertThat(measured(rate, EbuSignals.at(rate).tone(-71, 1)).integratedLufs()).isEmpty();
        Loudness silence = measured(rate, EbuSignals.at(rate).silence(4)).result();
        assertThat(silence.integratedLufs()).isEmpty();
        assertThat(silence.rangeLu()).isEmpty();
        assertThat(silence.maxMomentaryLufs()).isEmpty();
        assertThat(silence.maxShortTermLufs()).isEmpty();
        TruePeakMeter peaks = new TruePeakMeter();
        peaks.prepare(StreamFormat.stereo(rate), rate);
        peaks.process(new AudioBlock(2, rate));
        assertThat(peaks.result().truePeakDbtp()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rates")
    void theLowFrequencyChannelAloneIsNothing(int rate) {
        float[][] planes = new float[6][rate];
        ChannelLayout layout = ChannelLayout.SURROUND_5_1;
        planes[layout.channels().indexOf(Channel.LOW_FREQUENCY)] =
                EbuSignals.at(rate).tone(50, -3, 1).plane();
        LoudnessMeter meter = measured(new StreamFormat(rate, layout), planes);
        assertThat(meter.result().integratedLufs()).isEmpty();
        assertThat(meter.result().maxMomentaryLufs()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rates")
    void monoIsThreeUnitsUnderDualMono(int rate) {
        float[] tone = EbuSignals.at(rate).tone(-18, 1).plane();
        double mono = integrated(measured(StreamFormat.mono(rate), tone));
        double dual = integrated(measured(StreamFormat.stereo(rate), tone, tone));
        assertThat(mono).isCloseTo(-21.00, within(0.01));
        assertThat(dual).isCloseTo(-17.99, within(0.01));
        assertThat(dual - mono).isCloseTo(3.0103, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("rates")
    void allRatesAgreeOnManyTones(int rate) {
        double reading = integrated(measured(StreamFormat.mono(rate), tones(rate)));
        double at48 = integrated(measured(StreamFormat.mono(48_000), tones(48_000)));
        assertThat(reading).isCloseTo(at48, within(0.01));
    }

    /** Eleven tones from 40 Hz to 16 kHz, which sound together. */
    private static float[] tones(int rate) {
        float[] sum = new float[3 * rate];
        for (int i = 0; i < 11; i++) {
            float[] tone = EbuSignals.at(rate).tone(40 * Math.pow(400, i / 10.0), -20, 3).plane();
            for (int n = 0; n < sum.length; n++) {
                sum[n] += tone[n];
            }
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("rates")
    void theRangeOfASignalRepeatedIsThatOfTheSignal(int rate) {
        float[] once = levels(rate);
        LoudnessMeter meter = new LoudnessMeter();
        meter.prepare(StreamFormat.mono(rate), once.length);
        meter.process(AudioBlock.of(once));
        double expected = meter.rangeLu().orElseThrow();
        assertThat(expected).isBetween(5.0, 15.0);
        for (int i = 0; i < 3; i++) {
            meter.process(AudioBlock.of(once));
        }
        // The windows across the seam are the only difference.
        assertThat(meter.rangeLu().orElseThrow()).isCloseTo(expected, within(0.3));
    }

    private static float[] levels(int rate) {
        EbuSignals signal = EbuSignals.at(rate);
        Random random = new Random(2);
        for (int i = 0; i < 8; i++) {
            signal.tone(-20 - 15 * random.nextDouble(), 4);
        }
        return signal.plane();
    }

    @Test
    void theRangeIsStableFromAMinuteOn() {
        LoudnessMeter meter = measured(8000, EbuSignals.at(8000).tone(-20, 59.9));
        assertThat(meter.result().rangeStable()).isFalse();
        meter.process(EbuSignals.at(8000).tone(-20, 0.1).stereo());
        assertThat(meter.result().rangeStable()).isTrue();
    }

    private static double integrated(LoudnessMeter meter) {
        return meter.integratedLufs().orElseThrow();
    }

    private static LoudnessMeter measured(int rate, EbuSignals signal) {
        float[] plane = signal.plane();
        return measured(StreamFormat.stereo(rate), plane, plane);
    }

    private static LoudnessMeter measured(StreamFormat format, float[]... planes) {
        LoudnessMeter meter = new LoudnessMeter();
        meter.prepare(format, planes[0].length);
        meter.process(AudioBlock.of(planes));
        return meter;
    }
}
