package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small part of {@link DecoderFuzz}: damaged files give frames or a sentence, nothing else. */
class DamagedFilesTest {
    private static final int FILES = 40;

    @TempDir Path folder;

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
    void giveFramesOrASentence(String name) throws IOException {
        byte[] bytes = FfmpegSourceTest.bytes(name);
        for (int seed = 0; seed < FILES; seed++) {
            Path file = folder.resolve(name);
            Files.write(file, Mutation.damage(bytes, new Random(seed)));
            try (MediaSource source = Media.open(file)) {
                float[][] decoded = Sound.read(source, 4096);
                assertThat(source.frames()).as("%s %d", name, seed).hasValue(decoded[0].length);
                AudioBlock block = new AudioBlock(decoded.length, 100);
                source.seek(decoded[0].length / 2);
                assertThat(source.read(block)).isPositive();
                for (float[] plane : decoded) {
                    for (float sample : plane) {
                        assertThat(Float.isFinite(sample)).isTrue();
                    }
                }
            } catch (MediaException e) {
                assertThat(e.getMessage()).startsWith(name + ": ").endsWith(".");
            }
        }
    }
}
