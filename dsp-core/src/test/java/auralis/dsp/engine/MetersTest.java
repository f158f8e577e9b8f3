package auralis.dsp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.ChannelLayout;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The readings of known signals; the thread only in the last tests. */
class MetersTest {
    private static final StreamFormat STEREO = StreamFormat.stereo(48_000);

    /** EBU Tech 3341. */
    private static final Offset<Double> TOLERANCE_LU = within(0.1);

    private final MeterTap tap = new MeterTap();

    /** Looks when it is told to: nobody starts its thread. */
    private final Meters meters = new Meters(tap, true);

    @AfterEach
    void end() {
        meters.close();
    }

    private static float[][] tone(StreamFormat format, double seconds, double dbfs) {
        return TestSignals.sine(format, (int) format.frames(seconds), 997, Decibels.toGain(dbfs));
    }

    private MeterReading play(StreamFormat format, float[][] original, float[][] mastered) {
        return play(format, 1, original, mastered, 0);
    }

    private MeterReading play(
            StreamFormat format,
            long track,
            float[][] original,
            float[][] mastered,
            double reductionDb) {
        tap.open(format);
        AudioBlock one = AudioBlock.of(original);
        AudioBlock other = AudioBlock.of(mastered);
        int step = format.sampleRate() / 90;
        for (int at = 0; at < one.capacity(); at += step) {
            int to = Math.min(one.capacity(), at + step);
            tap.write(track, one.window(at, to), other.window(at, to), reductionDb);
            meters.look();
        }
        return meters.reading();
    }

    @Test
    void aToneOfMinus23ReadsMinus23OnAllWindows() {
        MeterReading reading = play(STEREO, tone(STEREO, 20, -23), tone(STEREO, 20, -14));
        assertLoudness(reading.original(), -23.0);
        assertLoudness(reading.mastered(), -14.0);
        assertThat(reading.original().integratedLufs().orElseThrow())
                .as("as recorded")
                .isCloseTo(-22.999, within(0.002));
    }

    private static void assertLoudness(SideReading side, double lufs) {
        assertThat(side.momentaryLufs().orElseThrow()).isCloseTo(lufs, TOLERANCE_LU);
        assertThat(side.shortTermLufs().orElseThrow()).isCloseTo(lufs, TOLERANCE_LU);
        assertThat(side.integratedLufs().orElseThrow()).isCloseTo(lufs, TOLERANCE_LU);
        assertThat(side.rangeLu().orElseThrow()).isCloseTo(0, TOLERANCE_LU);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 44_100, 96_000})
    void everyRateReadsTheSame(int rate) {
        StreamFormat format = StreamFormat.stereo(rate);
        float[][] tone = tone(format, 4, -23);
        MeterReading reading = play(format, tone, tone);
        assertThat(reading.original().shortTermLufs().orElseThrow()).isCloseTo(-23, TOLERANCE_LU);
        assertThat(reading.original().maxTruePeakDbtp().orElseThrow()).isCloseTo(-23, within(0.1));
    }

    /** One channel has half the power of two. */
    @Test
    void monoReads3LuLess() {
        StreamFormat mono = StreamFormat.mono(48_000);
        SideReading side = play(mono, tone(mono, 4, -20), tone(mono, 4, -20)).original();
        assertThat(side.momentaryLufs().orElseThrow()).isCloseTo(-23.01, TOLERANCE_LU);
        assertThat(side.peaks()).hasSize(1);
        assertThat(side.correlation().orElseThrow()).isCloseTo(1, within(1e-6));
    }

    /** Front 1, sides 1.41, no low-frequency channel: 3 + 2 x 1.41 = 5.82 times one channel. */
    @Test
    void surroundIsWeightedByChannel() {
        StreamFormat surround = new StreamFormat(48_000, ChannelLayout.SURROUND_5_1);
        float[][] tone = tone(surround, 4, -30);
        SideReading side = play(surround, tone, tone).original();
        double expected = -30 - 3.01 + Decibels.ofPower(5.82);
        assertThat(side.momentaryLufs().orElseThrow()).isCloseTo(expected, TOLERANCE_LU);
        assertThat(side.peaks()).hasSize(6);
        assertThat(side.correlation().orElseThrow()).isCloseTo(1, within(1e-6));
    }

    /** A quarter of the rate, 45° off the samples: 3 dB lie between them. */
    @Test
    void seesThePeakBetweenTheSamples() {
        int frames = 48_000;
        float[] plane = new float[frames];
        for (int i = 0; i < frames; i++) {
            double swell = Math.min(1, i / 4_800.0);
            plane[i] = (float) (0.5 * swell * Math.sin(Math.PI / 2 * i + Math.PI / 4));
        }
        SideReading side =
                play(STEREO, new float[][] {plane, new float[frames]}, new float[2][frames])
                        .original();
        assertThat(side.maxTruePeakDbtp().orElseThrow()).isCloseTo(-6.02, within(0.1));
        assertThat(side.peaks().get(0).dbtp()).isCloseTo(-6.02, within(0.1));
        assertThat(side.peaks().get(1).dbtp()).isLessThan(-100);
    }

    @Test
    void aPeakIsHeldFor2Seconds() {
        float[][] burst = tone(STEREO, 3.5, -80);
        float[][] loud = tone(STEREO, 0.1, -6);
        System.arraycopy(loud[0], 0, burst[0], 0, loud[0].length);
        play(STEREO, cut(burst, 0, 1.9), cut(burst, 0, 1.9));
        SideReading.Peak peak = meters.reading().original().peaks().get(0);
        assertThat(peak.heldDbtp()).isCloseTo(-6, within(0.2));
        assertThat(peak.dbtp()).as("falls by 20 dB in 1.7 s").isCloseTo(-27.2, within(0.5));
        play(STEREO, cut(burst, 1.9, 2.3), cut(burst, 1.9, 2.3));
        assertThat(meters.reading().original().peaks().get(0).heldDbtp()).isLessThan(-27);
    }

    private static float[][] cut(float[][] planes, double from, double to) {
        float[][] cut = new float[planes.length][];
        for (int c = 0; c < planes.length; c++) {
            cut[c] =
                    Arrays.copyOfRange(
                            planes[c],
                            (int) STEREO.frames(from),
                            (int) Math.min(planes[c].length, STEREO.frames(to)));
        }
        return cut;
    }

    @Test
    void oversAreCountedAgainstTheCeilingAndLatched() {
        meters.ceiling(-1);
        float[][] music = tone(STEREO, 1, -1.05);
        for (int burst = 0; burst < 3; burst++) {
            for (int i = 0; i < 480; i++) {
                music[0][burst * 12_000 + 4_800 + i] *= 1.5f;
            }
        }
        MeterReading reading = play(STEREO, music, tone(STEREO, 1, -1));
        assertThat(reading.original().overs()).isEqualTo(3);
        assertThat(reading.mastered().overs()).as("what the limiter leaves is none").isZero();
        play(STEREO, tone(STEREO, 1, -20), tone(STEREO, 1, -20));
        assertThat(meters.reading().original().overs()).as("latched").isEqualTo(3);
        meters.clearOvers();
        meters.look();
        assertThat(meters.reading().original().overs()).isZero();
    }

    @Test
    void correlationTellsHowTheChannelsAgree() {
        float[][] noise = TestSignals.noise(STEREO, 96_000, 0.3, 5);
        float[] left = noise[0];
        float[] inverse = new float[left.length];
        for (int i = 0; i < left.length; i++) {
            inverse[i] = -left[i];
        }
        MeterReading reading =
                play(STEREO, new float[][] {left, left}, new float[][] {left, inverse});
        assertThat(reading.original().correlation().orElseThrow()).isCloseTo(1, within(1e-6));
        assertThat(reading.mastered().correlation().orElseThrow()).isCloseTo(-1, within(1e-6));
        reading = play(STEREO, 2, noise, new float[][] {left, new float[left.length]}, 0);
        assertThat(reading.original().correlation().orElseThrow()).isCloseTo(0, within(0.03));
        assertThat(reading.mastered().correlation()).as("nothing to compare with").isEmpty();
    }

    /** Mono stands upright, the left channel leans to the left. */
    @Test
    void theGoniometerIsTurnedBy45Degrees() {
        float[][] left = tone(STEREO, 1, -6);
        left[1] = new float[left[0].length];
        MeterReading reading = play(STEREO, tone(STEREO, 1, -6), left);
        float[] mono = reading.original().points();
        float[] leaning = reading.mastered().points();
        assertThat(mono).hasSizeGreaterThan(10);
        for (int i = 0; i < mono.length; i += 2) {
            assertThat(mono[i]).isZero();
            assertThat(leaning[i]).isEqualTo(-leaning[i + 1]);
        }
    }

    @Test
    void theSpectrumShowsAToneWhereItIs() {
        float[][] tone = TestSignals.sine(STEREO, 96_000, 2_000, Decibels.toGain(-12));
        float[] db = play(STEREO, tone, new float[2][96_000]).original().spectrumDb();
        int at = (int) Math.round(Math.log(100) / Math.log(1000) * (db.length - 1));
        assertThat((double) db[at]).isCloseTo(-12, within(0.1));
        assertThat(db[at - 10]).isLessThan(-60);
        assertThat(db[at + 10]).isLessThan(-60);
        assertThat(meters.reading().mastered().spectrumDb()).containsOnly(-120);
    }

    @Test
    void theLargestReductionIsHeldForASecond() {
        float[][] tone = tone(STEREO, 0.1, -20);
        play(STEREO, 1, tone, tone, 6);
        float[][] more = tone(STEREO, 0.5, -20);
        MeterReading reading = play(STEREO, 1, more, more, 0);
        assertThat(reading.heldReductionDb()).isEqualTo(6);
        assertThat(reading.reductionDb()).isBetween(0.0, 1.0);
        reading = play(STEREO, 1, more, more, 0);
        reading = play(STEREO, 1, more, more, 0);
        assertThat(reading.heldReductionDb()).isZero();
    }

    @Test
    void theRangeIsNotStableInTheFirstMinute() {
        StreamFormat low = StreamFormat.mono(8_000);
        assertThat(play(low, tone(low, 59, -23), tone(low, 59, -23)).original().rangeStable())
                .isFalse();
        assertThat(play(low, tone(low, 2, -23), tone(low, 2, -23)).original().rangeStable())
                .isTrue();
    }

    @Test
    void anotherTrackOrAResetBeginsAnew() {
        play(STEREO, 1, tone(STEREO, 3, -10), tone(STEREO, 3, -10), 0);
        float[][] quiet = tone(STEREO, 2, -30);
        MeterReading reading = play(STEREO, 2, quiet, quiet, 0);
        assertThat(reading.track()).isEqualTo(2);
        assertThat(reading.original().integratedLufs().orElseThrow()).isCloseTo(-30, TOLERANCE_LU);
        assertThat(reading.original().maxTruePeakDbtp().orElseThrow()).isCloseTo(-30, within(0.1));
        meters.reset();
        meters.look();
        assertThat(meters.reading().original().integratedLufs()).as("while paused").isEmpty();
        reading = play(STEREO, 2, tone(STEREO, 2, -20), tone(STEREO, 2, -20), 0);
        assertThat(reading.original().integratedLufs().orElseThrow()).isCloseTo(-20, TOLERANCE_LU);
    }

    /** An integrated value with holes would be none. */
    @Test
    void aGapBeginsAnew() {
        play(STEREO, tone(STEREO, 3, -10), tone(STEREO, 3, -10));
        AudioBlock quiet = AudioBlock.of(tone(STEREO, 0.5, -30));
        for (int i = 0; i < 4; i++) {
            tap.write(1, quiet, quiet, 0);
        }
        MeterReading reading = play(STEREO, tone(STEREO, 2, -20), tone(STEREO, 2, -20));
        assertThat(reading.original().integratedLufs().orElseThrow()).isCloseTo(-20, TOLERANCE_LU);
    }

    @Test
    void theBlocksDoNotMatter() {
        float[][] music = TestSignals.music(STEREO, 96_000);
        SideReading fine = play(STEREO, music, music).original();
        try (Meters others = new Meters(tap, true)) {
            AudioBlock block = AudioBlock.of(music);
            for (int at = 0; at < 96_000; at += 24_000) {
                block.window(at, at + 24_000);
                tap.write(2, block, block, 0);
                others.look();
            }
            SideReading coarse = others.reading().original();
            assertThat(coarse.integratedLufs()).isEqualTo(fine.integratedLufs());
            assertThat(coarse.peaks()).isEqualTo(fine.peaks());
            assertThat(coarse.spectrumDb()).isEqualTo(fine.spectrumDb());
            assertThat(coarse.correlation()).isEqualTo(fine.correlation());
        }
    }

    @Test
    void itsThreadMeasuresWhileSomebodyLooksAndSleepsOtherwise() {
        try (Meters asleep = new Meters(tap)) {
            AudioBlock block = AudioBlock.of(tone(STEREO, 0.5, -23));
            tap.open(STEREO);
            tap.write(1, block, block, 0);
            assertThat(asleep.reading()).isSameAs(MeterReading.NONE);
            asleep.active(true);
            while (asleep.reading().number() == 0) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(asleep.reading().original().momentaryLufs().orElseThrow())
                    .isCloseTo(-23, TOLERANCE_LU);
        }
    }
}
