package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.fx.Patience;
import auralis.app.play.Player;
import auralis.library.Library;
import auralis.library.media.Thumbnails;
import auralis.library.preset.Presets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What tests of the window have in common: a stage, a robot, a folder of their own. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowTestCase {
    final FxRobot robot = new FxRobot();
    @TempDir Path music;
    Stage stage;
    MainWindow window;

    @AfterEach
    void closeWindow() {
        robot.interact(window::close);
    }

    /** The true parts, which keep what they keep in a folder. */
    static Services services(Library library, Memory memory, Player player, Path data)
            throws IOException {
        return Services.of(
                library,
                memory,
                player,
                Presets.factory(),
                new Presets(data.resolve("presets")),
                new Thumbnails(data.resolve("thumbnails")),
                Optional.empty());
    }

    void show(Services services) {
        robot.interact(
                () -> {
                    stage = new Stage();
                    window = new MainWindow(stage, services);
                    window.show();
                });
    }

    /**
     * 997 Hz, mono at 8 kHz.
     *
     * @param peak 0..1
     */
    Path tone(String title, int seconds, double peak) throws IOException {
        Path file = music.resolve(title + ".wav");
        byte[] samples = new byte[seconds * 8_000 * 2];
        for (int i = 0; i < samples.length / 2; i++) {
            long x = Math.round(peak * 32_767 * Math.sin(2 * Math.PI * 997 * i / 8_000));
            samples[2 * i] = (byte) x;
            samples[2 * i + 1] = (byte) (x >> 8);
        }
        AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
        try (AudioInputStream in =
                new AudioInputStream(
                        new ByteArrayInputStream(samples), format, samples.length / 2)) {
            AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
        }
        assertThat(Files.size(file)).isGreaterThan(samples.length);
        return file;
    }

    Node find(String id) {
        return robot.from(stage.getScene().getRoot())
                .lookup((Node node) -> id.equals(node.getId()))
                .query();
    }

    TableView<?> table() {
        return (TableView<?>) find("table");
    }

    ToggleButton toggle(String id) {
        return (ToggleButton) find(id);
    }

    String label(String id) {
        return ((Label) find(id)).getText();
    }

    /**
     * A double click that no busy machine makes two single ones: how fast two clicks follow is
     * decided by the clock.
     */
    void doubleClick(Node node) {
        robot.clickOn(node);
        robot.interact(() -> Event.fireEvent(node, twice(node)));
    }

    /** The same on the node with this text. */
    void doubleClick(String text) {
        doubleClick(robot.lookup(text).queryAs(Node.class));
    }

    private static MouseEvent twice(Node node) {
        Point2D middle =
                node.localToScreen(
                        node.getBoundsInLocal().getCenterX(), node.getBoundsInLocal().getCenterY());
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                0,
                0,
                middle.getX(),
                middle.getY(),
                MouseButton.PRIMARY,
                2,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    /** All texts that can be seen. */
    Set<String> texts() {
        Set<String> texts = new HashSet<>();
        robot.from(stage.getScene().getRoot())
                .lookup((Node node) -> node instanceof Labeled && node.isVisible())
                .queryAll()
                .forEach(node -> texts.add(((Labeled) node).getText()));
        return texts;
    }

    static void waitUntil(Callable<Boolean> condition) {
        Patience.waitUntil(condition);
    }
}
