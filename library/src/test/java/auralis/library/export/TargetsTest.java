package auralis.library.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.library.media.MediaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsTest {
    @TempDir Path folder;
    private Path source;
    private Path existing;
    private final Targets targets = new Targets();

    @BeforeEach
    void files() throws IOException {
        source = Files.createFile(folder.resolve("source.wav"));
        existing = Files.createFile(folder.resolve("song.wav"));
    }

    @Test
    void aFreeNameIsTaken() throws IOException {
        assertThat(choose("new", OverwritePolicy.FAIL)).isEqualTo(folder.resolve("new.wav"));
    }

    @Test
    void numbersAroundWhatIsThere() throws IOException {
        Files.createFile(folder.resolve("song (2).wav"));
        assertThat(choose("song", OverwritePolicy.NUMBER))
                .isEqualTo(folder.resolve("song (3).wav"));
    }

    @Test
    void oneBatchNeverGivesANameTwice() throws IOException {
        assertThat(choose("new", OverwritePolicy.REPLACE)).isEqualTo(folder.resolve("new.wav"));
        assertThat(choose("new", OverwritePolicy.REPLACE)).isEqualTo(folder.resolve("new (2).wav"));
    }

    @Test
    void replacesOnlyOnRequest() throws IOException {
        assertThat(choose("song", OverwritePolicy.REPLACE)).isEqualTo(existing);
        assertThat(targets.choose(source, folder, "song", "wav", OverwritePolicy.SKIP)).isPresent();
        assertThat(new Targets().choose(source, folder, "song", "wav", OverwritePolicy.SKIP))
                .isEmpty();
        assertThatThrownBy(
                        () ->
                                new Targets()
                                        .choose(
                                                source,
                                                folder,
                                                "song",
                                                "wav",
                                                OverwritePolicy.FAIL))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("song.wav");
    }

    @Test
    void theSourceIsNeverTheTarget() {
        assertThatThrownBy(() -> choose("source", OverwritePolicy.REPLACE))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("replace its source");
    }

    private Path choose(String name, OverwritePolicy policy) throws IOException {
        return targets.choose(source, folder, name, "wav", policy).orElseThrow();
    }
}
