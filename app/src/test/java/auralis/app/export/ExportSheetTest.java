package auralis.app.export;

import static auralis.app.fx.Patience.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.action.Actions;
import auralis.library.export.ExportPlanner.Room;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The page on which one decides how files are written, before a disk that is as full as wanted. */
@ExtendWith(ApplicationExtension.class)
class ExportSheetTest {
    private final FxRobot robot = new FxRobot();
    private final ExecutorService workers = Executors.newSingleThreadExecutor();
    private final AtomicLong usable = new AtomicLong(100_000_000);
    private final AtomicReference<Batch> begun = new AtomicReference<>();
    @TempDir private Path folder;
    private Stage stage;

    @AfterEach
    void close() {
        robot.interact(stage::hide);
        workers.shutdownNow();
    }

    private void show() throws IOException {
        Batch batch =
                new Batch(
                        List.of(folder.resolve("Night Bus.wav")),
                        folder,
                        Presets.factory().get(0),
                        ExportChoice.DEFAULT,
                        false);
        robot.interact(
                () -> {
                    StackPane root = new StackPane();
                    stage = new Stage();
                    stage.setScene(new Scene(root, 800, 600));
                    stage.show();
                    ExportSheet.show(
                            root,
                            new Actions(),
                            new ExportSheet.Asking(
                                    batch,
                                    List.of(),
                                    Optional.of(folder),
                                    OptionalDouble.empty(),
                                    new SimpleBooleanProperty(),
                                    Optional::empty,
                                    Set::of,
                                    planned -> List.of(new Room(folder, 412_000_000, usable.get())),
                                    "Export",
                                    "Master"),
                            workers,
                            begun::set);
                });
    }

    private <N extends Node> N find(String id, Class<N> type) {
        return type.cast(robot.lookup((Node node) -> id.equals(node.getId())).query());
    }

    @Test
    void whereThereIsNoRoomOneDoesNotBeginByMistake() throws IOException {
        show();
        assertThat(stage.getScene().getFocusOwner()).isSameAs(find("export.name", Node.class));
        Label tight = find("export.tight", Label.class);
        waitUntil(() -> !tight.getText().isEmpty());
        assertThat(tight.getText())
                .startsWith(folder + " has not enough room: about 412 MB needed, 100 MB free.");
        Node go = find("export.go", Node.class);
        assertThat(go.isDisabled()).isTrue();
        robot.clickOn(find("export.anyway", Node.class));
        assertThat(go.isDisabled()).isFalse();
        robot.clickOn(go);
        assertThat(begun.get().folder()).isEqualTo(folder);
    }

    @Test
    void whereSpaceWasMadeItIsSeen() throws IOException {
        show();
        Label tight = find("export.tight", Label.class);
        Node go = find("export.go", Node.class);
        waitUntil(() -> !tight.getText().isEmpty());
        usable.set(500_000_000);
        robot.interact(() -> find("export.name", TextField.class).setText("{name} mastered"));
        waitUntil(() -> tight.getText().isEmpty() && !go.isDisabled());
        assertThat(find("export.anyway", Node.class).getParent().isVisible()).isFalse();
    }
}
