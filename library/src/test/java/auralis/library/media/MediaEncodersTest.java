package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.ChannelLayout;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaEncodersTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "16, 2, 44100, 30001",
        "24, 2, 96000, 30001",
        "24, 1, 44100, 4608",
        "16, 6, 48000, 9217",
        "24, 2, 192000, 1",
    })
    void flacKeepsEverySample(int bitDepth, int channels, int sampleRate, int frames)
            throws IOException {
        StreamFormat format = new StreamFormat(sampleRate, ChannelLayout.ofCount(channels));
        float[][] planes = FixtureSignal.planes(channels, frames, bitDepth);
        Path file = folder.resolve("exact.flac");
        write(file, format, new Encoding.Flac(bitDepth), planes);
        try (MediaSource source = FfmpegSource.open(file)) {
            assertThat(source.media())
                    .isEqualTo(new MediaFormat("flac", format, OptionalInt.of(bitDepth)));
            assertThat(source.frames()).hasValue(frames);
            assertThat(Sound.read(source, 999)).isDeepEqualTo(planes);
        }
    }

    @ParameterizedTest
    @CsvSource({"16", "24", "32"})
    void wavKeepsEverySample(int bitDepth) throws IOException {
        StreamFormat format = StreamFormat.stereo(44_100);
        float[][] planes = FixtureSignal.planes(2, 20_001, Math.min(24, bitDepth));
        Path file = folder.resolve("exact.wav");
        write(file, format, new Encoding.Wav(bitDepth), planes);
        try (MediaSource source = Media.open(file)) {
            assertThat(source.media().bitDepth()).hasValue(bitDepth);
            assertThat(Sound.read(source, 999)).isDeepEqualTo(planes);
        }
    }

    /** Error levels: the least that may be (first) is far below what was measured (second). */
    @ParameterizedTest
    @CsvSource({
        "320, -1, 44100, 2, 50001, 30",
        "128, -1, 48000, 1, 50001, 20",
        "  0,  2, 44100, 2, 50001, 20",
        "  0,  0, 32000, 2,  1152, 20",
        " 64, -1, 22050, 1, 20000, 15",
    })
    void mp3HasTheLengthOfItsSource(
            int kbps, int quality, int sampleRate, int channels, int frames, double leastDb)
            throws IOException {
        StreamFormat format = new StreamFormat(sampleRate, ChannelLayout.ofCount(channels));
        float[][] planes = FixtureSignal.planes(channels, frames, 24);
        Encoding encoding =
                kbps > 0 ? new Encoding.Mp3Constant(kbps) : new Encoding.Mp3Variable(quality);
        Path file = folder.resolve("lossy.mp3");
        write(file, format, encoding, planes);
        try (MediaSource source = FfmpegSource.open(file)) {
            assertThat(source.format()).isEqualTo(format);
            assertThat(source.frames()).hasValue(frames);
            assertThat(Sound.signalToErrorDb(planes, Sound.read(source, 4096)))
                    .isGreaterThan(leastDb);
        }
    }

    @Test
    void nothingIsSeenBeforeCommitAndNothingLeftWithoutIt() throws IOException {
        Path file = folder.resolve("song.flac");
        try (AudioSink sink =
                Media.create(file, StreamFormat.stereo(44_100), new Encoding.Flac(16))) {
            sink.write(new AudioBlock(2, 10_000));
            String part = ".song.flac." + ProcessHandle.current().pid() + ".part";
            assertThat(names()).containsExactly(part);
            assertThat(AtomicFile.isPart(folder.resolve(part))).isTrue();
        }
        assertThat(names()).isEmpty();
        assertThat(AtomicFile.isPart(file)).isFalse();
    }

    @Test
    void twoProcessesNeverWriteTheSameFile() throws IOException {
        Path file = folder.resolve("song.wav");
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        Path part = Files.createFile(folder.resolve(".song.wav." + parent + ".part"));
        assertThat(Media.isBeingWritten(file)).isTrue();
        assertThatThrownBy(() -> Media.create(file, StreamFormat.mono(8000), new Encoding.Wav(16)))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("another Auralis is writing it now");
        assertThat(part).exists();
    }

    @Test
    void twoThreadsNeverWriteTheSameFileEither() throws IOException {
        Path file = folder.resolve("song.wav");
        try (AudioSink sink = Media.create(file, StreamFormat.mono(8000), new Encoding.Wav(16))) {
            assertThat(Media.isBeingWritten(file)).isTrue();
            assertThatThrownBy(
                            () -> Media.create(file, StreamFormat.mono(8000), new Encoding.Wav(16)))
                    .hasMessageContaining("another Auralis is writing it now");
            Media.discardParts(file);
            sink.write(new AudioBlock(1, 100));
            sink.commit();
        }
        assertThat(Media.isBeingWritten(file)).isFalse();
        assertThat(names()).containsExactly("song.wav");
    }

    @Test
    void aPartWhoseProcessNumberWasGivenAgainIsNobodys() throws IOException {
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        Path part = Files.createFile(folder.resolve(".song.wav." + parent + ".part"));
        Files.setLastModifiedTime(part, FileTime.fromMillis(0));
        assertThat(Media.isBeingWritten(folder.resolve("song.wav"))).isFalse();
        Media.discardParts(folder.resolve("song.wav"));
        assertThat(names()).isEmpty();
    }

    @Test
    void whatStandsOnTheDiskCanBeReadBeforeItHasItsName() throws IOException {
        Path file = folder.resolve("song.flac");
        try (MediaSink sink =
                Media.create(file, StreamFormat.mono(8000), new Encoding.Flac(16), file, 1000)) {
            sink.write(new AudioBlock(1, 10_000));
            try (MediaSource written = sink.reread()) {
                assertThat(Sound.read(written, 999)[0]).hasSize(10_000);
            }
            assertThat(file).doesNotExist();
            sink.commit();
        }
        assertThat(file).exists();
    }

    @Test
    void whatWasNotReadToItsEndGetsNoName() throws IOException {
        Path file = folder.resolve("song.flac");
        try (MediaSink sink =
                Media.create(file, StreamFormat.mono(8000), new Encoding.Flac(16), file, 1000)) {
            sink.write(new AudioBlock(1, 10_000));
            try (MediaSource written = sink.reread()) {
                written.read(new AudioBlock(1, 100));
            }
            assertThatThrownBy(sink::commit).hasMessageContaining("what was read again");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aFileThatAppearsMeanwhileIsNotReplaced() throws IOException {
        Path file = folder.resolve("song.wav");
        try (AudioSink sink = Media.create(file, StreamFormat.mono(8000), new Encoding.Wav(16))) {
            sink.write(new AudioBlock(1, 100));
            Files.writeString(file, "somebody else's");
            assertThatThrownBy(sink::commit).isInstanceOf(MediaException.class);
        }
        assertThat(file).hasContent("somebody else's");
    }

    @Test
    void whatWasThereStaysUntilCommitReplacesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("song.wav"), "old");
        Files.writeString(
                folder.resolve(".song.wav.99999999.part"), "left by a crash, longer than a header");
        try (AudioSink sink = Media.create(file, StreamFormat.mono(8000), new Encoding.Wav(16))) {
            sink.write(new AudioBlock(1, 100));
            assertThat(file).hasContent("old");
            sink.commit();
        }
        assertThat(names()).containsExactly("song.wav");
        try (MediaSource source = Media.open(file)) {
            assertThat(source.frames()).hasValue(100);
        }
    }

    @Test
    void whatIsReadAgainMustBeWhatWasWritten() throws IOException {
        Path file = folder.resolve("song.wav");
        try (AudioSink sink = Media.create(file, StreamFormat.mono(8000), new Encoding.Wav(16))) {
            float[] unquantised = {0.1f, 0.2f, 0.3f};
            sink.write(AudioBlock.of(unquantised));
            assertThatThrownBy(sink::commit)
                    .isInstanceOf(MediaException.class)
                    .hasMessageStartingWith(
                            "song.wav: what was read again is not what was written");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void nothingIsNoFile() throws IOException {
        try (AudioSink sink =
                Media.create(
                        folder.resolve("song.flac"),
                        StreamFormat.mono(44_100),
                        new Encoding.Flac(16))) {
            assertThatThrownBy(sink::commit).hasMessageContaining("no sound to write");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void samplesOffTheGridAreTheCallersMistake() throws IOException {
        try (AudioSink sink =
                Media.create(
                        folder.resolve("song.flac"),
                        StreamFormat.mono(44_100),
                        new Encoding.Flac(16))) {
            AudioBlock block = new AudioBlock(1, 5000);
            block.plane(0)[77] = 0.1f;
            assertThatThrownBy(() -> sink.write(block))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("16 bits");
        }
    }

    @Test
    void whatMp3CannotHoldIsRefusedWithASentence() {
        Path file = folder.resolve("song.mp3");
        Encoding mp3 = new Encoding.Mp3Constant(320);
        assertThatThrownBy(() -> Media.create(file, StreamFormat.stereo(96_000), mp3))
                .hasMessage(
                        "song.mp3: MP3 does not hold 96000 Hz. Choose 48000 Hz, or FLAC or WAV.");
        StreamFormat surround = new StreamFormat(48_000, ChannelLayout.SURROUND_5_1);
        assertThatThrownBy(() -> Media.create(file, surround, mp3))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("not 6");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(
                        () ->
                                Media.create(
                                        folder.resolve("none").resolve("song.flac"),
                                        StreamFormat.stereo(44_100),
                                        new Encoding.Flac(16)))
                .isInstanceOf(MediaException.class)
                .hasMessageStartingWith("song.flac: there is no folder ");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Writes in blocks of uneven size. */
    private static void write(Path file, StreamFormat format, Encoding encoding, float[][] planes)
            throws IOException {
        try (AudioSink sink = Media.create(file, format, encoding)) {
            AudioBlock block = AudioBlock.of(planes);
            int size = 1;
            for (int from = 0; from < block.capacity(); from = block.to()) {
                sink.write(block.window(from, Math.min(block.capacity(), from + size)));
                size = size * 3 % 7919 + 1;
            }
            sink.commit();
        }
    }
}
