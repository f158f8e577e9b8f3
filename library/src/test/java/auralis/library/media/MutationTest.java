package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.wav.WavSink;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files bitten by dogs: whatever the bytes are, a source plays finite samples to an end or throws
 * one IOException. The time-out finds endless loops; it is no measure of speed.
 */
class MutationTest {
    private static final int MUTANTS = 70;
    private static final Duration HANGS = Duration.ofSeconds(20);

    /** No fixture is longer; a header that was turned into a longer one is cut off by the file. */
    private static final long MAX_FRAMES = 10_000_000;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stereo-16.flac",
                "surround-24.flac",
                "unknown-length.flac",
                "joint-cbr.mp3",
                "mono-vbr-22k.mp3",
                "no-tag.mp3"
            })
    void compressedSound(String name) throws IOException {
        bite(name, Fixtures.bytes(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void wav(int bitDepth) throws IOException {
        bite("wav-" + bitDepth, wavBytes(bitDepth));
    }

    @Test
    void headersThatAskForMuch() throws IOException {
        byte[] wav = wavBytes(16);
        Arrays.fill(wav, 48, 76, (byte) 0xFF);
        play(Fixtures.write(folder, "greedy.wav", wav));
        byte[] flac = Fixtures.bytes("stereo-16.flac");
        Arrays.fill(flac, 8, 42, (byte) 0xFF);
        play(Fixtures.write(folder, "greedy.flac", flac));
        byte[] blocks = Fixtures.bytes("stereo-16.flac");
        Arrays.fill(blocks, 42, 46, (byte) 0x7F);
        play(Fixtures.write(folder, "blocks.flac", blocks));
    }

    private void bite(String name, byte[] whole) throws IOException {
        for (int seed = 0; seed < MUTANTS; seed++) {
            Path file = Fixtures.write(folder, "mutant", mutant(whole, new Random(seed)));
            assertTimeoutPreemptively(HANGS, () -> play(file), name + ", seed " + seed);
        }
    }

    private static byte[] mutant(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(600));
        switch (random.nextInt(6)) {
            case 0 -> bytes = Arrays.copyOf(bytes, at);
            case 1 -> Arrays.fill(bytes, at, at + length, (byte) random.nextInt(256));
            case 2 -> {
                for (int i = at; i < at + length; i++) {
                    bytes[i] = (byte) random.nextInt(256);
                }
            }
            case 3 ->
                    bytes =
                            Fixtures.concat(
                                    Arrays.copyOf(bytes, at),
                                    Arrays.copyOfRange(bytes, at + length, bytes.length));
            case 4 ->
                    bytes =
                            Fixtures.concat(
                                    Arrays.copyOf(bytes, at),
                                    Arrays.copyOfRange(whole, at - at / 2, at + length),
                                    Arrays.copyOfRange(bytes, at, bytes.length));
            default -> bytes[random.nextInt(80)] = (byte) random.nextInt(256);
        }
        for (int flips = random.nextInt(20); flips > 0 && bytes.length > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static void play(Path file) throws IOException {
        try (MediaSource source = Media.open(file)) {
            AudioBlock block = new AudioBlock(source.format().channels(), 4096);
            long frames = 0;
            for (int n = source.read(block);
                    n >= 0 && frames < MAX_FRAMES;
                    n = source.read(block)) {
                assertThat(n).isPositive();
                assertThat(block.first(n).peak()).isFinite();
                block.all();
                frames += n;
            }
            source.seek(frames / 2);
            source.read(block);
        } catch (MediaException e) {
            assertThat(e).hasMessageStartingWith(file.getFileName() + ": ");
        }
    }

    private byte[] wavBytes(int bitDepth) throws IOException {
        Path file = folder.resolve("whole.wav");
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        try (WavSink sink = new WavSink(channel, StreamFormat.stereo(48_000), bitDepth)) {
            sink.write(new AudioBlock(2, 1000));
            sink.commit();
        }
        return Files.readAllBytes(file);
    }
}
