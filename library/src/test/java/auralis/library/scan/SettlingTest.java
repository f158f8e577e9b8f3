package auralis.library.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlingTest {
    private static final Duration QUIET = Duration.ofSeconds(2);

    @TempDir Path folder;
    private final AtomicLong now = new AtomicLong();
    private final Settling settling = new Settling(QUIET, now::get);

    @Test
    void aFileSettlesWhenTwoLooksSeeTheSame() throws IOException {
        Path file = Files.write(folder.resolve("a.wav"), new byte[10]);
        settling.touch(file);
        pass(1900);
        assertThat(settling.takeSettled()).isEmpty();
        pass(100);
        assertThat(settling.takeSettled()).isEmpty();
        pass(1000);
        settling.touch(file);
        pass(2000);
        assertThat(settling.takeSettled()).isEmpty();
        pass(2000);
        assertThat(settling.takeSettled()).containsExactly(file);
        pass(9000);
        assertThat(settling.takeSettled()).isEmpty();
    }

    @Test
    void aFileThatGrowsUnheardWaits() throws IOException {
        Path file = Files.write(folder.resolve("a.wav"), new byte[10]);
        settling.touch(file);
        for (int i = 0; i < 5; i++) {
            pass(2000);
            assertThat(settling.takeSettled()).isEmpty();
            Files.write(file, new byte[10], StandardOpenOption.APPEND);
        }
        pass(2000);
        assertThat(settling.takeSettled()).isEmpty();
        pass(2000);
        assertThat(settling.takeSettled()).containsExactly(file);
    }

    @Test
    void aFolderWaitsForWhatIsInIt() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("new/deeper"));
        Path file = Files.write(inside.resolve("a.wav"), new byte[10]);
        Path above = folder.resolve("new");
        settling.touch(above);
        pass(2000);
        settling.takeSettled();
        settling.touch(file);
        pass(2000);
        assertThat(settling.takeSettled()).isEmpty();
        pass(2000);
        assertThat(settling.takeSettled()).containsExactlyInAnyOrder(above, file);
    }

    @Test
    void whatIsGoneSettlesToo() {
        Path file = folder.resolve("gone.wav");
        settling.touch(file);
        pass(2000);
        assertThat(settling.takeSettled()).isEmpty();
        pass(2000);
        assertThat(settling.takeSettled()).containsExactly(file);
    }

    private void pass(long ms) {
        now.addAndGet(ms * 1_000_000);
    }
}
