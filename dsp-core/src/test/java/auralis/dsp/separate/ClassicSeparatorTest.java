package auralis.dsp.separate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.ChannelLayout;
import auralis.dsp.MemorySource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassicSeparatorTest {
    private static final StreamFormat STEREO = StreamFormat.stereo(44_100);

    /** Blocks of so little take little time and meet as those of a minute do. */
    private static final int BLOCK_SECONDS = 8;

    private static AudioBlock mix;
    private static List<AudioBlock> ofMix;

    @BeforeAll
    static void separateOneSong() throws Exception {
        mix = SynthSong.mix(SynthSong.of(44_100, 1.5, 3));
        ofMix = separate(STEREO, mix);
    }

    private static List<AudioBlock> separate(StreamFormat format, float[]... planes)
            throws IOException, InterruptedException {
        return separate(new ClassicSeparator(), format, planes);
    }

    private static List<AudioBlock> separateInBlocks(StreamFormat format, float[]... planes)
            throws IOException, InterruptedException {
        return separate(new ClassicSeparator(BLOCK_SECONDS), format, planes);
    }

    /** All that is told, put together. */
    private static List<AudioBlock> separate(
            ClassicSeparator separator, StreamFormat format, float[]... planes)
            throws IOException, InterruptedException {
        List<AudioBlock> stems = new ArrayList<>();
        separator
                .stems()
                .forEach(stem -> stems.add(new AudioBlock(planes.length, planes[0].length)));
        int[] at = {0};
        separator.separate(
                new MemorySource(format, planes),
                blocks -> {
                    int frames = blocks.get(0).frames();
                    for (int s = 0; s < blocks.size(); s++) {
                        stems.get(s).window(at[0], at[0] + frames).copyFrom(blocks.get(s));
                    }
                    at[0] += frames;
                },
                Progress.NONE);
        stems.forEach(AudioBlock::all);
        assertThat(at[0]).isEqualTo(planes[0].length);
        return stems;
    }

    private static List<AudioBlock> separate(StreamFormat format, AudioBlock mix)
            throws IOException, InterruptedException {
        float[][] planes = new float[mix.channels()][];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = mix.plane(c);
        }
        return separate(format, planes);
    }

    private static double greatestDifference(AudioBlock sum, float[][] planes) {
        double greatest = 0;
        for (int c = 0; c < planes.length; c++) {
            for (int i = 0; i < planes[c].length; i++) {
                greatest = Math.max(greatest, Math.abs(sum.plane(c)[i] - planes[c][i]));
            }
        }
        return greatest;
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 2",
        "44100, 1",
        "48000, 2",
        "32000, 1",
        "22050, 1",
        "16000, 2",
        "11025, 1",
        "8000, 2",
        "88200, 2",
        "96000, 2",
        "176400, 1",
        "192000, 2"
    })
    void stemsAddUpToTheMix(int rate, int channels) throws Exception {
        StreamFormat format = channels == 1 ? StreamFormat.mono(rate) : StreamFormat.stereo(rate);
        float[][] music = TestSignals.music(format, rate / 5);
        assertThat(greatestDifference(SynthSong.mix(separate(format, music)), music))
                .isLessThan(1e-6);
    }

    @Test
    void blocksMeetWithoutASeam() throws Exception {
        // Three blocks and a part of one.
        StreamFormat format = StreamFormat.stereo(8_000);
        float[][] music = TestSignals.music(format, 21 * 8_000 + 123);
        List<AudioBlock> stems = separateInBlocks(format, music);
        assertThat(greatestDifference(SynthSong.mix(stems), music)).isLessThan(1e-6);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void aSourceThatEndsWhereABlockEndsIsWhole(int more) throws Exception {
        StreamFormat format = StreamFormat.mono(8_000);
        float[][] music = TestSignals.music(format, BLOCK_SECONDS * 8_000 + more);
        assertThat(greatestDifference(SynthSong.mix(separateInBlocks(format, music)), music))
                .isLessThan(1e-6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 4_410})
    void shortSoundsAreSeparatedToo(int frames) throws Exception {
        float[][] music = TestSignals.music(STEREO, frames);
        assertThat(greatestDifference(SynthSong.mix(separate(STEREO, music)), music))
                .isLessThan(1e-6);
    }

    @Test
    void silenceStaysSilence() throws Exception {
        for (AudioBlock stem : separate(STEREO, new float[2][44_100])) {
            assertThat(stem.peak()).isZero();
        }
    }

    @Test
    void swappedChannelsGiveSwappedStems() throws Exception {
        List<AudioBlock> swapped = separate(STEREO, mix.plane(1), mix.plane(0));
        for (int s = 0; s < ofMix.size(); s++) {
            AudioBlock stem = ofMix.get(s);
            float[][] back = {swapped.get(s).plane(1), swapped.get(s).plane(0)};
            assertThat(greatestDifference(stem, back)).isLessThan(1e-5);
        }
    }

    @Test
    void halfTheGainGivesHalfTheStems() throws Exception {
        AudioBlock half = new AudioBlock(2, mix.frames());
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < mix.frames(); i++) {
                half.plane(c)[i] = mix.plane(c)[i] / 2;
            }
        }
        List<AudioBlock> halved = separate(STEREO, half);
        for (int s = 0; s < ofMix.size(); s++) {
            for (int i = 0; i < mix.frames(); i += 97) {
                assertThat(2 * halved.get(s).plane(0)[i])
                        .isEqualTo(ofMix.get(s).plane(0)[i], within(1e-5f));
            }
        }
    }

    @Test
    void theSameMixGivesTheSameBits() throws Exception {
        List<AudioBlock> again = separate(STEREO, mix);
        for (int s = 0; s < ofMix.size(); s++) {
            assertThat(again.get(s).plane(0)).isEqualTo(ofMix.get(s).plane(0));
        }
    }

    /** As with a chorus: below the voice nothing else lasts. */
    @Test
    void aBassAtOneSideIsBassToo() throws Exception {
        AudioBlock tone = new AudioBlock(2, 2 * 44_100);
        for (int i = 0; i < tone.frames(); i++) {
            tone.plane(0)[i] = (float) (0.3 * Math.sin(2 * Math.PI * 60 * i / 44_100));
        }
        AudioBlock bass = separate(STEREO, tone).get(2);
        assertThat(SeparationScore.sdrDb(tone, bass)).isGreaterThan(10);
    }

    /** The most that each stem ever reached; none may lose more than 0.3 dB. */
    @ParameterizedTest
    @CsvSource({"1, 11.62, 7.65, 10.67, 5.62", "2, 10.98, 6.87, 10.11, 6.42"})
    void songsAreTakenApart(
            long seed, double vocalsDb, double drumsDb, double bassDb, double otherDb)
            throws Exception {
        List<AudioBlock> song = SynthSong.of(44_100, 8, seed);
        List<AudioBlock> stems = separate(STEREO, SynthSong.mix(song));
        double[] reached = {vocalsDb, drumsDb, bassDb, otherDb};
        for (int s = 0; s < reached.length; s++) {
            assertThat(SeparationScore.sdrDb(song.get(s), stems.get(s)))
                    .as(new ClassicSeparator().stems().get(s).word())
                    .isGreaterThan(reached[s] - 0.3);
        }
    }

    @Test
    void surroundIsRefused() {
        StreamFormat surround = new StreamFormat(48_000, ChannelLayout.ofCount(6));
        assertThatThrownBy(
                        () ->
                                new ClassicSeparator()
                                        .separate(
                                                new MemorySource(surround, new float[6][100]),
                                                stems -> {},
                                                Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> separate(STEREO, new float[2][44_100]))
                .isInstanceOf(InterruptedException.class);
    }
}
