package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.app.play.Player;
import auralis.dsp.Progress;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.media.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tracks are kept as mastered files, by the true parts. */
class ExportTest extends WindowTestCase {
    @TempDir private Path data;
    @TempDir private Path folder;
    private FakeDesktop desktop;
    private Library library;
    private Player player;
    private Memory memory;

    @BeforeEach
    void open() throws IOException {
        desktop = new FakeDesktop(folder);
        library = new Library(Database.open(data.resolve("library.db")), data);
        player = new Player(AudibleOutput.present(), Media::open);
        library.measuring().start();
        memory = new Memory(library.settings());
        show(services(library, memory, player, data).with(desktop));
    }

    @AfterEach
    void closeAll() throws IOException, InterruptedException {
        robot.interact(window::close);
        window.awaitEnd();
        memory.close();
        player.close();
        library.close();
    }

    @Test
    void theSelectedTrackBecomesAFileOfTheTargetLoudness()
            throws IOException, InterruptedException {
        add(tone("Glass River", 5, 0.15));
        assertThat(find("master.export").isDisabled()).isTrue();
        robot.clickOn("Glass River");
        robot.clickOn(find("master.export"));
        assertThat(find("export.go").isDisabled()).isTrue();
        robot.clickOn(find("export.folder.choose"));
        waitUntil(() -> label("export.names").equals("Glass River.wav"));
        robot.clickOn(find("export.go"));
        waitUntil(() -> texts().contains("1 mastered, in " + folder));
        Path result = folder.resolve("Glass River.wav");
        assertThat(library.analysis(result, Progress.NONE).loudness().integratedLufs())
                .hasValueCloseTo(-14.0, within(0.1));
        assertThat(folder.toFile().list()).containsExactly("Glass River.wav");
        robot.clickOn(find("toast.folder"));
        waitUntil(() -> desktop.shown.equals(List.of(folder)));
    }

    @Test
    void aFailureIsToldAndDoesNotStopTheRest() throws IOException {
        Path gone = tone("Away", 3, 0.1);
        add(gone, tone("Night Bus", 3, 0.1));
        Files.delete(gone);
        robot.clickOn("Away");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).type(KeyCode.M).release(KeyCode.CONTROL);
        robot.clickOn(find("export.folder.choose"));
        waitUntil(() -> !find("export.go").isDisabled());
        robot.clickOn(find("export.go"));
        waitUntil(() -> texts().contains("1 mastered, 1 failed, in " + folder));
        assertThat(folder.resolve("Night Bus.wav")).exists();
        waitUntil(() -> find("status.count").isVisible());
        robot.press(KeyCode.CONTROL).type(KeyCode.J).release(KeyCode.CONTROL);
        waitUntil(
                () ->
                        texts().stream()
                                .anyMatch(text -> text != null && text.startsWith("Failed: ")));
    }

    private void add(Path... files) {
        robot.interact(() -> window.add(List.of(files)));
        waitUntil(() -> table().getItems().size() == files.length);
        waitUntil(
                () ->
                        library.tracks().stream()
                                .allMatch(track -> track.integratedLufs().isPresent()));
    }
}
