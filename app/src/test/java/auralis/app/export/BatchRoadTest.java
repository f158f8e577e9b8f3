package auralis.app.export;

import static auralis.app.fx.Patience.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.action.Actions;
import auralis.app.export.ExportChoice.IfExists;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.export.ExportPlanner.Room;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.preset.Presets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What begins without a page is asked about as much as what begins with one. */
@ExtendWith(ApplicationExtension.class)
class BatchRoadTest {
    private final FxRobot robot = new FxRobot();
    private final ExecutorService workers = Executors.newSingleThreadExecutor();
    private final AtomicReference<List<JobQueue.Order>> given = new AtomicReference<>();
    private final AtomicReference<Batch> asked = new AtomicReference<>();
    private final StackPane root = new StackPane();
    @TempDir private Path data;
    @TempDir private Path folder;
    private Library library;
    private Stage stage;

    @BeforeEach
    void open() throws IOException {
        library = new Library(Database.open(data.resolve("library.db")), data);
        robot.interact(
                () -> {
                    stage = new Stage();
                    stage.setScene(new Scene(root, 800, 600));
                    stage.show();
                });
    }

    @AfterEach
    void close() throws IOException {
        robot.interact(stage::hide);
        workers.shutdownNow();
        library.close();
    }

    private void begin(IfExists ifExists, long freeBytes) throws IOException {
        ExportChoice usual = ExportChoice.DEFAULT;
        ExportChoice choice =
                new ExportChoice(
                        usual.name(),
                        usual.container(),
                        usual.bitDepth(),
                        usual.sampleRate(),
                        ifExists);
        Batch batch = new Batch(List.of(tone()), folder, Presets.factory().get(0), choice, false);
        BatchRoad road =
                new BatchRoad(
                        library,
                        root,
                        new Actions(),
                        Set::of,
                        planned -> List.of(new Room(folder, 1_000, freeBytes)),
                        given::set,
                        workers);
        robot.interact(() -> road.begin(batch, asked::set));
    }

    /** A second of silence. */
    private Path tone() throws IOException {
        Path file = data.resolve("Night Bus.wav");
        AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
        try (AudioInputStream silence =
                new AudioInputStream(new ByteArrayInputStream(new byte[16_000]), format, 8_000)) {
            AudioSystem.write(silence, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }

    private Node find(String id) {
        return robot.lookup((Node node) -> id.equals(node.getId())).query();
    }

    @Test
    void aFullDiskLeadsToThePageInsteadOfToFailures() throws IOException {
        begin(IfExists.NUMBER, 999);
        waitUntil(() -> asked.get() != null);
        assertThat(asked.get().folder()).isEqualTo(folder);
        assertThat(given.get()).isNull();
    }

    @Test
    void whereThereIsRoomItBegins() throws IOException {
        begin(IfExists.NUMBER, 1_000);
        waitUntil(() -> given.get() != null);
        assertThat(asked.get()).isNull();
        assertThat(targets()).containsExactly(folder.resolve("Night Bus.wav"));
    }

    @Test
    void whoWantsToBeAskedAboutFilesThatAreThereIsAsked() throws IOException {
        Files.writeString(folder.resolve("Night Bus.wav"), "what was there");
        begin(IfExists.ASK, 1_000);
        waitUntil(() -> robot.lookup("#conflicts").tryQuery().isPresent());
        assertThat(given.get()).isNull();
        robot.clickOn(find("conflicts.go"));
        waitUntil(() -> given.get() != null);
        assertThat(targets()).containsExactly(folder.resolve("Night Bus (2).wav"));
    }

    private List<Path> targets() {
        return given.get().stream()
                .map(order -> ((Work.Master) order.work()).order().target().orElseThrow())
                .toList();
    }
}
