package auralis.library.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import auralis.library.track.ScanProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FolderWalkTest extends ScanFixture {
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksAreFollowedOnceAndNoFileIsFoundTwice() throws Exception {
        sound("z/one.wav", 1);
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Sounds.write(outside.resolve("two.wav"), 2);
        Files.createSymbolicLink(music.resolve("a-circle"), music);
        Files.createSymbolicLink(music.resolve("a-above"), temporary);
        Files.createSymbolicLink(music.resolve("a-again"), music.resolve("z"));
        Files.createSymbolicLink(music.resolve("a-file.wav"), music.resolve("z/one.wav"));
        Files.createSymbolicLink(music.resolve("b-outside"), outside);
        Files.createSymbolicLink(music.resolve("c-outside"), outside);
        Files.createSymbolicLink(outside.resolve("back"), music);
        Path broken = music.resolve("broken.wav");
        Files.createSymbolicLink(broken, music.resolve("nothing"));
        ScanReport report = add(music);
        assertThat(tracks()).containsOnlyKeys("z/one.wav", "b-outside/two.wav");
        assertThat(report.problems()).extracting(ScanProblem::path).containsExactly(broken);
        assertThat(rescan().found()).isEqualTo(2);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anUnreadableFolderIsNamedAndItsTracksAreLeftAlone() throws Exception {
        Path closed = sound("closed/one.wav", 1).getParent();
        sound("two.wav", 2);
        add(music);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeTrue(!Files.isReadable(closed), "root may read everything");
            ScanReport report = rescan();
            assertThat(report.missing()).isZero();
            assertThat(report.problems())
                    .containsExactly(
                            new ScanProblem(
                                    closed,
                                    "The folder may not be read. Give yourself the right to read"
                                            + " it."));
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void namesAreComparedAsTheDiskDoes() throws Exception {
        String composed = Normalizer.normalize("Björk.wav", Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize("Björk.wav", Normalizer.Form.NFD);
        sound(composed, 1);
        sound(decomposed, 2);
        sound("Upper.wav", 3);
        add(music);
        assertThat(tracks()).containsOnlyKeys(composed, decomposed, "Upper.wav");
        long upper = track("Upper.wav").id();
        long umlaut = track(decomposed).id();
        Files.move(music.resolve("Upper.wav"), music.resolve("upper.wav"));
        Files.delete(music.resolve(composed));
        rescan();
        Files.move(music.resolve(decomposed), music.resolve("ö" + composed));
        rescan();
        assertThat(track("upper.wav").id()).isEqualTo(upper);
        assertThat(track("ö" + composed).id()).isEqualTo(umlaut);
    }
}
