package auralis.library.scan;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.Progress;
import auralis.library.scan.FileWalk.Found;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileWalkTest {
    @TempDir Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkThatLeadsNowhereIsFoundAndHasASentence() throws Exception {
        Path song = Files.createFile(folder.resolve("b.wav"));
        Path link = folder.resolve("a.wav");
        Files.createSymbolicLink(link, folder.resolve("gone.wav"));
        Files.createSymbolicLink(folder.resolve("notes.txt"), folder.resolve("gone.txt"));
        List<Found> found = FileWalk.find(List.of(folder), Progress.NONE);
        assertThat(found).extracting(Found::path).containsExactly(link, song);
        assertThat(found.get(0).problem().orElseThrow())
                .isEqualTo("a.wav: It is a link that leads nowhere. Remove or mend the link.");
        assertThat(found.get(1).problem()).isEmpty();
    }

    @Test
    void aNameThatCameAsNoTextHasASentence() throws Exception {
        List<Found> found = FileWalk.find(List.of(folder.resolve("a\uFFFD.wav")), Progress.NONE);
        assertThat(found.get(0).problem().orElseThrow()).contains("bytes that are no text");
    }

    @Test
    void whatIsNamedIsTakenWhateverItIs() throws Exception {
        Path missing = folder.resolve("missing.wav");
        assertThat(FileWalk.find(List.of(missing, missing), Progress.NONE))
                .containsExactly(new Found(missing, java.util.Optional.empty()));
    }
}
