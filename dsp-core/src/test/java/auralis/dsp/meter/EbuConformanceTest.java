package auralis.dsp.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.Channel;
import auralis.dsp.ChannelLayout;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The signals of EBU Tech 3341 v4 and Tech 3342 that can be synthesised. Each reading is held to
 * the tolerance of the standard and to the exact number that was recorded at 48 kHz, from which
 * other rates may differ by 0.01 LU.
 */
class EbuConformanceTest {
    private static final Channel[] FIVE = {
        Channel.FRONT_LEFT,
        Channel.FRONT_RIGHT,
        Channel.FRONT_CENTER,
        Channel.SIDE_LEFT,
        Channel.SIDE_RIGHT
    };
    private static final double TOLERANCE_LU = 0.1;
    private static final double RANGE_TOLERANCE_LU = 1;

    static IntStream rates() {
        return IntStream.of(44_100, 48_000, 88_200, 96_000, 176_400, 192_000);
    }

    private static double recordedTolerance(int rate) {
        return rate == 48_000 ? 0.001 : 0.01;
    }

    private static void assertReading(
            OptionalDouble reading, double expected, double recorded, int rate) {
        assertThat(reading.orElseThrow())
                .isCloseTo(expected, within(TOLERANCE_LU))
                .isCloseTo(recorded, within(recordedTolerance(rate)));
    }

    private static LoudnessMeter meter(int rate) {
        LoudnessMeter meter = new LoudnessMeter();
        StreamFormat mono = StreamFormat.mono(rate);
        meter.prepare(isFast(rate) ? mono : StreamFormat.stereo(rate), Integer.MAX_VALUE);
        return meter;
    }

    private static LoudnessMeter measured(int rate, EbuSignals signal) {
        LoudnessMeter meter = meter(rate);
        meter.process(block(rate, signal));
        return meter;
    }

    /**
     * The two equal channels of the standard; at the high rates, to save half of the work, one that
     * is as loud as both.
     */
    private static AudioBlock block(int rate, EbuSignals signal) {
        return isFast(rate) ? AudioBlock.of(signal.plane(Math.sqrt(2))) : signal.stereo();
    }

    private static boolean isFast(int rate) {
        return rate > 48_000;
    }

    /** The twenty bursts of a case; every fifth at the high rates. */
    private static int[] bursts(int rate) {
        return IntStream.range(0, 20).filter(i -> !isFast(rate) || i % 5 == 3).toArray();
    }

    static Stream<Arguments> steadyTones() {
        return rates().boxed()
                .flatMap(
                        rate ->
                                Stream.of(
                                        Arguments.of(1, rate, -23.0, -22.993),
                                        Arguments.of(2, rate, -33.0, -32.993)));
    }

    @ParameterizedTest
    @MethodSource
    void steadyTones(int number, int rate, double level, double recorded) {
        LoudnessMeter meter = measured(rate, EbuSignals.at(rate).tone(level, 20));
        assertReading(meter.momentaryLufs(), level, recorded, rate);
        assertReading(meter.shortTermLufs(), level, recorded, rate);
        assertReading(meter.integratedLufs(), level, recorded, rate);
    }

    record Programme(int number, double recorded, Function<EbuSignals, EbuSignals> signal) {}

    static Stream<Arguments> gatedProgrammes() {
        return rates().boxed().flatMap(rate -> programmes().map(p -> Arguments.of(p, rate)));
    }

    private static Stream<Programme> programmes() {
        return Stream.of(
                new Programme(3, -23.014, s -> s.tone(-36, 10).tone(-23, 60).tone(-36, 10)),
                new Programme(
                        4,
                        -23.014,
                        s ->
                                s.tone(-72, 10)
                                        .tone(-36, 10)
                                        .tone(-23, 60)
                                        .tone(-36, 10)
                                        .tone(-72, 10)),
                new Programme(5, -22.979, s -> s.tone(-26, 20).tone(-20, 20.1).tone(-26, 20)));
    }

    @ParameterizedTest
    @MethodSource
    void gatedProgrammes(Programme programme, int rate) {
        LoudnessMeter meter = measured(rate, programme.signal().apply(EbuSignals.at(rate)));
        assertReading(meter.integratedLufs(), -23, programme.recorded(), rate);
    }

    @ParameterizedTest
    @MethodSource("rates")
    void case6FiveChannels(int rate) {
        float[] front = EbuSignals.at(rate).tone(-28, 20).plane();
        float[] centre = EbuSignals.at(rate).tone(-24, 20).plane();
        float[] side = EbuSignals.at(rate).tone(-30, 20).plane();
        assertSurround(rate, ChannelLayout.of(FIVE), front, front, centre, side, side);
        // The low-frequency channel of 5.1 changes nothing, however loud it is.
        float[] lfe = EbuSignals.at(rate).tone(-6, 20).plane();
        assertSurround(rate, ChannelLayout.SURROUND_5_1, front, front, centre, lfe, side, side);
    }

    private static void assertSurround(int rate, ChannelLayout layout, float[]... planes) {
        LoudnessMeter meter = new LoudnessMeter();
        meter.prepare(new StreamFormat(rate, layout), Integer.MAX_VALUE);
        meter.process(AudioBlock.of(planes));
        assertReading(meter.integratedLufs(), -23, -23.016, rate);
    }

    @ParameterizedTest
    @MethodSource("rates")
    void case9ShortTermIsConstant(int rate) {
        EbuSignals signal = EbuSignals.at(rate);
        for (int i = 0; i < 5; i++) {
            signal.tone(-20, 1.34).tone(-30, 1.66);
        }
        assertConstant(rate, signal, 3, LoudnessMeter::shortTermLufs, -22.986);
    }

    @ParameterizedTest
    @MethodSource("rates")
    void case12MomentaryIsConstant(int rate) {
        EbuSignals signal = EbuSignals.at(rate);
        for (int i = 0; i < 25; i++) {
            signal.tone(-20, 0.18).tone(-30, 0.22);
        }
        assertConstant(rate, signal, 1, LoudnessMeter::momentaryLufs, -22.960);
    }

    private static void assertConstant(
            int rate,
            EbuSignals signal,
            double afterSeconds,
            Function<LoudnessMeter, OptionalDouble> reading,
            double recorded) {
        LoudnessMeter meter = meter(rate);
        AudioBlock block = block(rate, signal);
        int step = rate / 100;
        for (int from = 0; from < block.capacity(); from += step) {
            meter.process(block.window(from, Math.min(block.capacity(), from + step)));
            if (from >= afterSeconds * rate) {
                assertReading(reading.apply(meter), -23, recorded, rate);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rates")
    void case10ShortTermMaximumOfOneBurst(int rate) {
        for (int i : bursts(rate)) {
            EbuSignals signal = EbuSignals.at(rate).silence(i * 0.15).tone(-23, 3).silence(1);
            assertReading(measured(rate, signal).result().maxShortTermLufs(), -23, -22.993, rate);
        }
    }

    @ParameterizedTest
    @MethodSource("rates")
    void case11SuccessiveShortTermMaxima(int rate) {
        LoudnessMeter meter = meter(rate);
        for (int i : bursts(rate)) {
            EbuSignals signal = EbuSignals.at(rate);
            signal.silence(i * 0.15).tone(-38 + i, 3).silence(3 - 0.15 * i);
            meter.process(block(rate, signal));
            assertReading(meter.result().maxShortTermLufs(), -38 + i, -37.993 + i, rate);
        }
    }

    @ParameterizedTest
    @MethodSource("rates")
    void case13MomentaryMaximumOfOneBurst(int rate) {
        for (int i : bursts(rate)) {
            EbuSignals signal = EbuSignals.at(rate).silence(i * 0.02).tone(-23, 0.4).silence(1);
            assertReading(measured(rate, signal).result().maxMomentaryLufs(), -23, -22.994, rate);
        }
    }

    @ParameterizedTest
    @MethodSource("rates")
    void case14SuccessiveMomentaryMaxima(int rate) {
        LoudnessMeter meter = meter(rate);
        for (int i : bursts(rate)) {
            EbuSignals signal = EbuSignals.at(rate);
            signal.silence(i * 0.02).tone(-38 + i, 0.4).silence(0.4 - 0.02 * i);
            meter.process(block(rate, signal));
            assertReading(meter.result().maxMomentaryLufs(), -38 + i, -37.994 + i, rate);
        }
    }

    static Stream<Arguments> truePeakTones() {
        return rates().boxed()
                .flatMap(
                        rate ->
                                Stream.of(
                                        Arguments.of(15, rate, 4, 0.0, 0.50, -6.0, -6.021),
                                        Arguments.of(16, rate, 4, 45.0, 0.50, -6.0, -6.019),
                                        Arguments.of(17, rate, 6, 60.0, 0.50, -6.0, -6.019),
                                        Arguments.of(18, rate, 8, 67.5, 0.50, -6.0, -6.017),
                                        Arguments.of(19, rate, 4, 45.0, 1.41, 3.0, 2.986)));
    }

    @ParameterizedTest
    @MethodSource
    void truePeakTones(
            int number,
            int rate,
            int divisor,
            double degrees,
            double peak,
            double expected,
            double recorded) {
        assertTruePeak(
                EbuSignals.truePeakTone(rate, divisor, degrees, peak), rate, expected, recorded);
    }

    @ParameterizedTest
    @CsvSource({"0, -0.130", "1, -0.114", "2, -0.139", "3, -0.114"})
    void cases20To23BetweenSamples(int offset, double recorded) {
        for (int rate : rates().toArray()) {
            assertTruePeak(EbuSignals.truePeakBurst(offset), rate, 0, recorded);
        }
    }

    private static void assertTruePeak(float[] plane, int rate, double expected, double recorded) {
        TruePeakMeter meter = new TruePeakMeter();
        meter.prepare(StreamFormat.stereo(rate), plane.length);
        meter.process(AudioBlock.of(plane, plane));
        assertThat(meter.result().truePeakDbtp().orElseThrow())
                .isBetween(expected - 0.4, expected + 0.2)
                .isCloseTo(recorded, within(recordedTolerance(rate)));
    }

    static Stream<Arguments> ranges() {
        return rates().boxed()
                .flatMap(
                        rate ->
                                Stream.of(
                                        Arguments.of(1, rate, 10, 10.0, levels(-20, -30)),
                                        Arguments.of(2, rate, 5, 5.0, levels(-20, -15)),
                                        Arguments.of(3, rate, 20, 20.0, levels(-40, -20)),
                                        Arguments.of(
                                                4,
                                                rate,
                                                15,
                                                15.0,
                                                levels(-50, -35, -20, -35, -50))));
    }

    private static double[] levels(double... dbfs) {
        return dbfs;
    }

    /** Tech 3342 asks for at least 1.5 s of silence behind a file; it must not change these. */
    @ParameterizedTest
    @MethodSource
    void ranges(int number, int rate, double expected, double recorded, double[] levels) {
        EbuSignals signal = EbuSignals.at(rate);
        for (double level : levels) {
            signal.tone(level, 20);
        }
        LoudnessMeter meter = measured(rate, signal);
        for (int silence = 0; silence < 2; silence++) {
            assertThat(meter.rangeLu().orElseThrow())
                    .isCloseTo(expected, within(RANGE_TOLERANCE_LU))
                    .isCloseTo(recorded, within(0.001));
            meter.process(block(rate, EbuSignals.at(rate).silence(1.5)));
        }
    }

    /** Sources of BS.2217: a level that the published K-curve takes to -24.000 LUFS. */
    @ParameterizedTest
    @CsvSource({
        "25, -10.393",
        "100, -1.134",
        "500, 0.043",
        "1000, 0.698",
        "2000, 3.071",
        "10000, 4.042"
    })
    void tonesOfEqualLoudness(double hz, double weightingDb) {
        for (int rate : rates().toArray()) {
            double level = -24 + 0.691 - weightingDb;
            LoudnessMeter meter = measured(rate, EbuSignals.at(rate).tone(hz, level, 5));
            assertThat(meter.integratedLufs().orElseThrow()).isCloseTo(-24, within(0.01));
        }
    }

    @ParameterizedTest
    @MethodSource("rates")
    void calibration(int rate) {
        assertThat(measured(rate, EbuSignals.at(rate).tone(-18, 2)).integratedLufs().orElseThrow())
                .isCloseTo(-18, within(0.01));
        float[] left = EbuSignals.at(rate).tone(997, 0, 2).plane();
        LoudnessMeter meter = new LoudnessMeter();
        meter.prepare(StreamFormat.stereo(rate), left.length);
        meter.process(AudioBlock.of(left, new float[left.length]));
        assertThat(meter.integratedLufs().orElseThrow())
                .isCloseTo(Decibels.ofPower(0.5), within(0.001));
    }
}
