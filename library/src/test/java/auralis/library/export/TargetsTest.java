package auralis.library.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.library.media.MediaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsTest {
    @TempDir Path folder;
    private Path source;
    private Path existing;
    private Targets targets;

    @BeforeEach
    void files() throws IOException {
        source = Files.createFile(folder.resolve("source.wav"));
        existing = Files.createFile(folder.resolve("song.wav"));
        targets = new Targets(List.of(source));
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
        assertThat(targets.choose(existing, OverwritePolicy.SKIP, source)).isPresent();
        assertThat(fresh().choose(existing, OverwritePolicy.SKIP, source)).isEmpty();
        assertThatThrownBy(() -> fresh().choose(existing, OverwritePolicy.FAIL, source))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("song.wav");
    }

    @Test
    void theSourceIsNeverTheTarget() {
        assertThatThrownBy(() -> choose("source", OverwritePolicy.REPLACE))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("replace a source");
    }

    @Test
    void noOtherSourceOfTheBatchIsTheTargetEither() throws IOException {
        Path link = Files.createLink(folder.resolve("link.wav"), source);
        assertThatThrownBy(() -> choose("link", OverwritePolicy.REPLACE))
                .isInstanceOf(MediaException.class);
        assertThat(link).exists();
    }

    @Test
    void theSourceIsNeverTheTargetWithoutABatch() {
        assertThatThrownBy(() -> fresh().choose(source, OverwritePolicy.REPLACE, source))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("replace a source");
    }

    @Test
    void namesThatDifferInCaseOnlyAreNumbered() throws IOException {
        assertThat(choose("Night Bus", OverwritePolicy.REPLACE))
                .isEqualTo(folder.resolve("Night Bus.wav"));
        assertThat(choose("night bus", OverwritePolicy.REPLACE))
                .isEqualTo(folder.resolve("night bus (2).wav"));
        assertThat(choose("NIGHT BUS", OverwritePolicy.SKIP))
                .isEqualTo(folder.resolve("NIGHT BUS (3).wav"));
    }

    @Test
    void whatOtherWorkIsGoingToWriteIsTaken() throws IOException {
        Targets late = new Targets(() -> List.of(folder.resolve("Later.wav")));
        assertThat(late.choose(folder.resolve("later.wav"), OverwritePolicy.REPLACE, source))
                .contains(folder.resolve("later (2).wav"));
        assertThat(late.choose(folder.resolve("later.wav"), OverwritePolicy.REPLACE, source))
                .contains(folder.resolve("later (3).wav"));
    }

    private static Targets fresh() {
        return new Targets(List::of);
    }

    private Path choose(String name, OverwritePolicy policy) throws IOException {
        return targets.choose(folder.resolve(name + ".wav"), policy, source).orElseThrow();
    }
}
