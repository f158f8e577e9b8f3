package auralis.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBrowserTest {
    @Test
    void everyPlatformHasItsProgram() {
        Path folder = Path.of("mastered");
        assertThat(FileBrowser.command("Linux", folder)).containsExactly("xdg-open", "mastered");
        assertThat(FileBrowser.command("Mac OS X", folder)).containsExactly("open", "mastered");
        assertThat(FileBrowser.command("Windows 11", folder))
                .containsExactly("explorer", "mastered");
    }

    @Test
    void aFolderThatIsGoneIsNamed(@TempDir Path music) {
        Path gone = music.resolve("gone");
        assertThatIOException()
                .isThrownBy(() -> FileBrowser.show(gone))
                .withMessage("The folder %s is not there any more.", gone);
    }
}
