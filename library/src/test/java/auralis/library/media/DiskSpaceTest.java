package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskSpaceTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"1, 1 kB", "999000, 999 kB", "41400000, 41 MB", "12345678900, 12.3 GB"})
    void bytesAreTold(long bytes, String words) {
        assertThat(DiskSpace.words(bytes)).isEqualTo(words);
    }

    @Test
    void aFullDiskIsOneSentenceWithItsFigures() {
        Path file = folder.resolve("Night Bus.flac");
        assertThat(DiskSpace.full(file, 41_000_000, 12_000_000, null))
                .hasMessage(
                        "Could not write Night Bus.flac: the disk is full (needs 41 MB, has 12 MB)."
                                + " Make space or choose another folder, then retry.");
        assertThat(DiskSpace.full(file, 0, 400, null))
                .hasMessageStartingWith(
                        "Could not write Night Bus.flac: the disk is full (has 1 kB).");
    }

    @Test
    void roomIsAskedForBeforeItIsNeeded() throws IOException {
        Path file = folder.resolve("not").resolve("yet").resolve("song.wav");
        DiskSpace.require(file, 1000);
        assertThatThrownBy(() -> DiskSpace.require(file, Long.MAX_VALUE))
                .isInstanceOf(MediaException.class)
                .hasMessageStartingWith("Could not write song.wav: the disk is full (needs ");
    }

    @Test
    void faultsOfWritingBecomeOneSentenceEach() throws IOException {
        Path file = folder.resolve("song.wav");
        assertThat(VerifiedSink.explain(file, new IOException("No space left on device")))
                .hasMessageStartingWith("Could not write song.wav: the disk is full (has ");
        assertThat(VerifiedSink.explain(file, new AccessDeniedException(file.toString())))
                .hasMessage(
                        "Could not write song.wav: the folder "
                                + folder
                                + " may not be written to. Give yourself the right to, or choose"
                                + " another folder, then retry.");
        assertThat(VerifiedSink.explain(file, new IOException("x: Read-only file system")))
                .hasMessageContaining("may not be written to");
    }
}
