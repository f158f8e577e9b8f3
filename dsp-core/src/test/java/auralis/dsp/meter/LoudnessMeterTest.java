package auralis.dsp.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.Channel;
import auralis.dsp.ChannelLayout;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessMeterTest {
    private static final int RATE = 48_000;

    private static LoudnessMeter measured(StreamFormat format, float[]... planes) {
        LoudnessMeter meter = new LoudnessMeter();
        meter.prepare(format, planes[0].length);
        meter.process(AudioBlock.of(planes));
        return meter;
    }

    private static LoudnessMeter measured(EbuSignals signal) {
        float[] plane = signal.plane();
        return measured(StreamFormat.stereo(RATE), plane, plane);
    }

    private static double integrated(EbuSignals signal) {
        return measured(signal).integratedLufs().orElseThrow();
    }

    /** Music whose level wanders over 40 dB, with pauses: every gate has something to do. */
    private static float[][] wanderingMusic(StreamFormat format, int seconds) {
        float[][] planes = TestSignals.music(format, seconds * format.sampleRate());
        Random random = new Random(5);
        double levelDb = -20;
        for (int from = 0; from < planes[0].length; from += format.sampleRate() / 10) {
            levelDb = Math.max(-75, Math.min(0, levelDb + 6 * random.nextGaussian()));
            double gain = random.nextInt(20) == 0 ? 0 : Decibels.toGain(levelDb);
            for (float[] plane : planes) {
                int to = Math.min(plane.length, from + format.sampleRate() / 10);
                for (int i = from; i < to; i++) {
                    plane[i] *= (float) gain;
                }
            }
        }
        return planes;
    }

    @ParameterizedTest
    @ValueSource(ints = {22_050, 48_000})
    void agreesWithTheStraightFormulaOnMusic(int rate) {
        StreamFormat format = StreamFormat.stereo(rate);
        float[][] music = wanderingMusic(format, 20);
        assertAgrees(format, music);
    }

    @Test
    void agreesWithTheStraightFormulaOnNoiseOnEightChannels() {
        StreamFormat format = new StreamFormat(RATE, ChannelLayout.ofCount(8));
        assertAgrees(format, TestSignals.noise(format, 5 * RATE, 0.3, 3));
    }

    private static void assertAgrees(StreamFormat format, float[][] planes) {
        LoudnessReference reference = new LoudnessReference(format, planes);
        Loudness loudness = measured(format, planes).result();
        assertThat(loudness.integratedLufs().orElseThrow())
                .isCloseTo(reference.integratedLufs(), within(0.001));
        assertThat(loudness.maxMomentaryLufs().orElseThrow())
                .isCloseTo(reference.maxLufs(0.4), within(1e-6));
        assertThat(loudness.maxShortTermLufs().orElseThrow())
                .isCloseTo(reference.maxLufs(3), within(1e-6));
        assertThat(loudness.rangeLu().orElseThrow()).isCloseTo(reference.rangeLu(), within(0.003));
    }

    @Test
    void blocksDoNotMatter() {
        StreamFormat format = StreamFormat.stereo(44_100);
        float[][] music = wanderingMusic(format, 5);
        Loudness whole = measured(format, music).result();
        for (int frames : new int[] {1, 441, 1000, 4096}) {
            LoudnessMeter meter = new LoudnessMeter();
            meter.prepare(format, frames);
            AudioBlock block = AudioBlock.of(music);
            for (int from = 0; from < block.capacity(); from += frames) {
                meter.process(block.window(from, Math.min(block.capacity(), from + frames)));
            }
            assertThat(meter.result()).isEqualTo(whole);
        }
    }

    @Test
    void resetForgetsTheStream() {
        LoudnessMeter meter = measured(EbuSignals.at(RATE).tone(0, 4));
        meter.reset();
        assertThat(meter.result()).isEqualTo(measured(EbuSignals.at(RATE)).result());
        meter.process(EbuSignals.at(RATE).tone(-40, 4).stereo());
        assertThat(meter.result()).isEqualTo(measured(EbuSignals.at(RATE).tone(-40, 4)).result());
    }

    @Test
    void silenceAndShortSoundsHaveNoLoudness() {
        Loudness silence = measured(EbuSignals.at(RATE).silence(10)).result();
        assertThat(silence.integratedLufs()).isEmpty();
        assertThat(silence.rangeLu()).isEmpty();
        assertThat(silence.maxMomentaryLufs()).isEmpty();
        assertThat(silence.maxShortTermLufs()).isEmpty();
        LoudnessMeter shorter = measured(EbuSignals.at(RATE).tone(-23, 0.399));
        assertThat(shorter.integratedLufs()).isEmpty();
        assertThat(shorter.momentaryLufs()).isEmpty();
        LoudnessMeter window = measured(EbuSignals.at(RATE).tone(-23, 0.4));
        assertThat(window.integratedLufs().orElseThrow()).isCloseTo(-22.993, within(0.002));
        assertThat(window.shortTermLufs()).isEmpty();
        assertThat(window.rangeLu()).isEmpty();
    }

    @Test
    void whatIsUnderTheAbsoluteGateDoesNotCount() {
        assertThat(integrated(EbuSignals.at(RATE).tone(-69.5, 10).tone(-72, 10)))
                .isCloseTo(-69.5, within(0.02));
        assertThat(measured(EbuSignals.at(RATE).tone(-71, 10)).integratedLufs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-24, -10.0", "-21, -12.68"})
    void theRelativeGateLies10LuUnderTheMean(double second, double expected) {
        assertThat(integrated(EbuSignals.at(RATE).tone(-10, 10).tone(second, 10)))
                .isCloseTo(expected, within(0.1));
    }

    @Test
    void aGainMovesEveryValueByItself() {
        StreamFormat format = StreamFormat.stereo(RATE);
        float[][] music = wanderingMusic(format, 8);
        double loud = measured(format, music).integratedLufs().orElseThrow();
        for (float[] plane : music) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= 0.5f;
            }
        }
        assertThat(measured(format, music).integratedLufs().orElseThrow())
                .isCloseTo(loud + Decibels.ofGain(0.5), within(0.001));
    }

    @Test
    void twoEqualChannelsAre3LuLouderThanOne() {
        float[] plane = EbuSignals.at(RATE).tone(-20, 2).plane();
        double mono = measured(StreamFormat.mono(RATE), plane).integratedLufs().orElseThrow();
        double dual =
                measured(StreamFormat.stereo(RATE), plane, plane).integratedLufs().orElseThrow();
        assertThat(dual - mono).isCloseTo(3.0103, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "FRONT_LEFT, 0",
        "FRONT_CENTER, 0",
        "SIDE_LEFT, 1.4922",
        "BACK_LEFT, 0",
        "BACK_RIGHT, 0"
    })
    void positionsOfSevenPointOneWeigh(Channel channel, double gainLu) {
        assertThat(oneChannel(ChannelLayout.ofCount(8), channel).integratedLufs().orElseThrow())
                .isCloseTo(-23.003 + gainLu, within(0.001));
    }

    @Test
    void backChannelsAreTheSurroundsWhereThereAreNoOthers() {
        assertThat(
                        oneChannel(ChannelLayout.ofCount(4), Channel.BACK_LEFT)
                                .integratedLufs()
                                .orElseThrow())
                .isCloseTo(-23.003 + 1.4922, within(0.001));
    }

    @Test
    void theLowFrequencyChannelIsNotHeard() {
        LoudnessMeter meter = oneChannel(ChannelLayout.SURROUND_5_1, Channel.LOW_FREQUENCY);
        assertThat(meter.result().integratedLufs()).isEmpty();
        assertThat(meter.result().maxMomentaryLufs()).isEmpty();
    }

    /** A 1 kHz tone of -20 dBFS on one channel only. */
    private static LoudnessMeter oneChannel(ChannelLayout layout, Channel channel) {
        float[] tone = EbuSignals.at(RATE).tone(-20, 1).plane();
        float[][] planes = new float[layout.count()][tone.length];
        planes[layout.channels().indexOf(channel)] = tone;
        return measured(new StreamFormat(RATE, layout), planes);
    }

    @Test
    void rangeIsTheSameForTheSignalRepeated() {
        float[] once = levels(1).plane();
        float[] thrice = levels(3).plane();
        StreamFormat format = StreamFormat.mono(RATE);
        double expected = measured(format, once).rangeLu().orElseThrow();
        assertThat(expected).isGreaterThan(5);
        assertThat(measured(format, thrice).rangeLu().orElseThrow())
                .isCloseTo(expected, within(0.2));
    }

    private static EbuSignals levels(int times) {
        EbuSignals signal = EbuSignals.at(RATE);
        for (int i = 0; i < times; i++) {
            Random random = new Random(2);
            for (int j = 0; j < 20; j++) {
                signal.tone(-20 - 15 * random.nextDouble(), 3);
            }
        }
        return signal;
    }

    @Test
    void stepPowersGiveTheSameIntegratedLoudness() {
        StreamFormat format = StreamFormat.stereo(44_100);
        float[][] music = wanderingMusic(format, 8);
        List<Double> tenths = new ArrayList<>();
        LoudnessMeter meter = new LoudnessMeter(tenths::add);
        meter.prepare(format, music[0].length);
        meter.process(AudioBlock.of(music));
        double[] powers = tenths.stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(powers).hasSize(80);
        assertThat(LoudnessMeter.integratedLufs(powers).orElseThrow())
                .isCloseTo(measured(format, music).integratedLufs().orElseThrow(), within(1e-9));
    }

    @Test
    void veryLowRatesStayStable() {
        StreamFormat format = StreamFormat.mono(StreamFormat.MIN_SAMPLE_RATE);
        float[][] noise = TestSignals.noise(format, 10_000, 0.5, 4);
        assertThat(measured(format, noise).integratedLufs().orElseThrow()).isBetween(-14.0, -10.0);
    }
}
