package auralis.library.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPollTest {
    @TempDir Path root;

    @Test
    void theFolderOfANewFileHasAnotherTime() throws Exception {
        Path file = Sounds.write(root.resolve("a/b/one.wav"), 1);
        FolderPoll poll = new FolderPoll(root);
        date(root, 1);
        date(root.resolve("a"), 1);
        date(root.resolve("a/b"), 1);
        assertThat(poll.changed(List.of(file))).isEmpty();
        assertThat(poll.changed(List.of(file))).isEmpty();
        Sounds.write(root.resolve("a/two.wav"), 2);
        assertThat(poll.changed(List.of(file))).containsExactly(root.resolve("a"));
        assertThat(poll.changed(List.of(file))).isEmpty();
    }

    private static void date(Path folder, long seconds) throws Exception {
        Files.setLastModifiedTime(folder, FileTime.from(Instant.ofEpochSecond(seconds)));
    }
}
