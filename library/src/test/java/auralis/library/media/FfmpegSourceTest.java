package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.AudioBlock;
import auralis.dsp.Damage;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegSourceTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "alac.m4a,    alac,    16",
        "wavpack.wv,  wavpack, 16",
        "flac32.flac, flac,    32",
    })
    void losslessFilesArriveToTheBit(String name, String codec, int bitDepth) throws IOException {
        try (MediaSource source = FfmpegSource.open(fixture(name))) {
            assertThat(source.media().codec()).isEqualTo(codec);
            assertThat(source.media().bitDepth()).hasValue(bitDepth);
            assertThat(source.format()).isEqualTo(StreamFormat.stereo(44_100));
            assertThat(source.frames()).hasValue(9001);
            assertThat(Sound.read(source, 1000)).isDeepEqualTo(FixtureSignal.planes(2, 9001, 16));
            assertThat(source.damage()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "aac.m4a,    aac,    44100, 26461",
        "video.mp4,  aac,    44100, 26461",
        "vorbis.ogg, vorbis, 44100, 26461",
        "opus.opus,  opus,   48000, 28801",
        "video.mkv,  opus,   48000, 28801",
    })
    void lossyFilesHaveTheLengthAndPlaceOfTheirSource(
            String name, String codec, int sampleRate, int frames) throws IOException {
        try (MediaSource source = FfmpegSource.open(fixture(name))) {
            assertThat(source.media().codec()).isEqualTo(codec);
            assertThat(source.media().bitDepth()).isEmpty();
            assertThat(source.format()).isEqualTo(StreamFormat.stereo(sampleRate));
            assertThat(source.frames()).hasValue(frames);
            float[][] decoded = Sound.read(source, 777);
            assertThat(decoded[0]).hasSize(frames);
            float[][] original = FixtureSignal.planes(2, frames, 16);
            assertThat(Sound.signalToErrorDb(original, decoded)).isGreaterThan(13);
            assertThat(Sound.delay(original, decoded)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aac.m4a",
                "alac.m4a",
                "vorbis.ogg",
                "opus.opus",
                "wavpack.wv",
                "video.mp4",
                "video.mkv",
                "flac32.flac"
            })
    void readingBehindASeekIsReadingThrough(String name) throws IOException {
        try (MediaSource source = FfmpegSource.open(fixture(name))) {
            float[][] whole = Sound.read(source, 4096);
            int frames = whole[0].length;
            Random random = new Random(5);
            AudioBlock block = new AudioBlock(2, 600);
            for (int i = 0; i < 12; i++) {
                int at = i < 2 ? i * (frames - 1) : random.nextInt(frames);
                source.seek(at);
                int got = source.read(block.all());
                assertThat(got).isEqualTo(Math.min(600, frames - at));
                for (int c = 0; c < 2; c++) {
                    assertThat(Arrays.copyOf(block.plane(c), got))
                            .as("%s at %d", name, at)
                            .isEqualTo(Arrays.copyOfRange(whole[c], at, at + got));
                }
            }
            source.seek(frames);
            assertThat(source.read(block.all())).isEqualTo(-1);
        }
    }

    @Test
    void blocksOfAnySizeGiveTheSameFrames() throws IOException {
        try (MediaSource one = FfmpegSource.open(fixture("opus.opus"));
                MediaSource other = FfmpegSource.open(fixture("opus.opus"))) {
            assertThat(Sound.read(one, 37)).isDeepEqualTo(Sound.read(other, 50_000));
        }
    }

    @Test
    void aDamagedBlockIsSilenceOfTheSameLength() throws IOException {
        byte[] bytes = bytes("wavpack.wv");
        byte[] damaged = bytes.clone();
        Arrays.fill(damaged, bytes.length / 3, bytes.length / 3 + 40, (byte) 0x55);
        Path file = Files.write(folder.resolve("damaged.wv"), damaged);
        try (MediaSource source = FfmpegSource.open(file)) {
            float[][] decoded = Sound.read(source, 500);
            assertThat(decoded[0]).hasSize(9001);
            assertThat(source.damage()).isNotEmpty();
            float[][] expected = FixtureSignal.planes(2, 9001, 16);
            for (Damage damage : source.damage()) {
                int from = (int) damage.frame();
                for (float[] plane : expected) {
                    Arrays.fill(plane, from, from + (int) damage.frames(), 0f);
                }
            }
            assertThat(decoded).isDeepEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vorbis.ogg", "opus.opus", "wavpack.wv", "video.mkv"})
    void aTruncatedFileEndsWithASentence(String name) throws IOException {
        byte[] bytes = bytes(name);
        Path file = Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length * 4 / 5));
        assertThatThrownBy(
                        () -> {
                            try (MediaSource source = FfmpegSource.open(file)) {
                                Sound.read(source, 4096);
                            }
                        })
                .isInstanceOf(MediaException.class)
                .hasMessage(
                        name
                                + ": the file ends early at 0:00. Copy it again from where it came"
                                + " from.");
    }

    @Test
    void anMp4WithoutItsTableSaysSo() throws IOException {
        byte[] bytes = bytes("aac.m4a");
        Path file = Files.write(folder.resolve("cut.m4a"), Arrays.copyOf(bytes, 2000));
        assertThatThrownBy(() -> FfmpegSource.open(file))
                .isInstanceOf(MediaException.class)
                .hasMessageStartingWith("cut.m4a: the file is incomplete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile:///etc/hostname\n",
                "ffconcat version 1.0\nfile 'vorbis.ogg'\n",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nm=audio 5004 RTP/AVP 0\n"
            })
    void filesThatOnlyNameOtherFilesAreRefused(String text) throws IOException {
        Files.write(folder.resolve("vorbis.ogg"), bytes("vorbis.ogg"));
        Path file = Files.writeString(folder.resolve("list.m4a"), text);
        assertThatThrownBy(() -> FfmpegSource.open(file)).isInstanceOf(MediaException.class);
    }

    @Test
    void namesMayHoldAnyCharacter() throws IOException {
        Path file = folder.resolve("concat:Ünïcödé – 音楽 🎵 %d 'q'.ogg");
        Files.write(file, bytes("vorbis.ogg"));
        try (MediaSource source = FfmpegSource.open(file)) {
            assertThat(source.frames()).hasValue(26_461);
        }
    }

    @Test
    void anInterruptedThreadStopsAndStaysInterrupted() throws IOException {
        Path file = fixture("video.mkv");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> FfmpegSource.open(file))
                .isInstanceOf(ClosedByInterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aClosedSourceSaysSo() throws IOException {
        MediaSource source = FfmpegSource.open(fixture("vorbis.ogg"));
        source.close();
        source.close();
        assertThatThrownBy(() -> source.read(new AudioBlock(2, 10)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed");
    }

    private Path fixture(String name) throws IOException {
        return Files.write(folder.resolve(name), bytes(name));
    }

    static byte[] bytes(String name) throws IOException {
        try (InputStream stream = FfmpegSourceTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }
}
