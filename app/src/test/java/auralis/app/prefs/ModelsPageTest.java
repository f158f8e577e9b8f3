package auralis.app.prefs;

import static auralis.app.fx.Patience.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.ModelServer;
import auralis.app.action.Actions;
import auralis.app.fx.Workers;
import auralis.app.sheet.Sheet;
import auralis.library.model.Inspection.Findings;
import auralis.library.model.Model;
import auralis.library.model.ModelKind;
import auralis.library.model.ModelStore;
import auralis.library.separate.Separations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Models come and go as the user says, and no host hears of it before. */
@ExtendWith(ApplicationExtension.class)
class ModelsPageTest {
    private static final String NO_MODEL = "mine.onnx is no model. Choose another.";

    @TempDir private Path folder;
    private final FxRobot robot = new FxRobot();
    private final ExecutorService workers = Workers.named("test", 2);
    private final StackPane root = new StackPane();
    private final Told told = new Told();
    private ModelServer server;
    private ModelStore store;
    private ModelShelf shelf;
    private ModelsPage page;
    private Stage stage;
    private volatile boolean refuses;

    /** A window that remembers what it is told. */
    private final class Told implements ModelHost {
        private final List<Path> shown = new CopyOnWriteArrayList<>();
        private final List<String> problems = new CopyOnWriteArrayList<>();
        private final List<String> done = new CopyOnWriteArrayList<>();
        private Optional<Path> file = Optional.empty();

        @Override
        public Optional<Path> askModelFile() {
            return file;
        }

        @Override
        public Optional<Path> askModelFolder() {
            return file;
        }

        @Override
        public void showFolder(Path path) {
            shown.add(path);
        }

        @Override
        public void problem(String sentence) {
            problems.add(sentence);
        }

        @Override
        public void done(String sentence) {
            done.add(sentence);
        }

        @Override
        public void show(Sheet sheet, Node first) {
            sheet.show(root, first);
        }
    }

    @BeforeEach
    void open() throws Exception {
        server = new ModelServer();
        Path models = folder.resolve("models");
        server.offerIn(models);
        store = new ModelStore(models, Map.of(ModelKind.SEPARATION, (model, p) -> inspect()));
        robot.interact(
                () -> {
                    shelf =
                            new ModelShelf(
                                    store,
                                    new Separations(folder.resolve("stems"), store, List.of()),
                                    workers);
                    page = new ModelsPage(shelf, told, new Actions());
                    root.getChildren().setAll(page.node());
                    stage = new Stage();
                    stage.setScene(new Scene(root, 640, 640));
                    stage.show();
                    page.refresh();
                });
        waitUntil(() -> exists("models.download.published"));
    }

    private Findings inspect() throws IOException {
        if (refuses) {
            throw new IOException(NO_MODEL);
        }
        return new Findings("{}", List.of("vocals", "drums"));
    }

    @AfterEach
    void close() throws InterruptedException {
        robot.interact(
                () -> {
                    shelf.close();
                    stage.hide();
                });
        workers.shutdownNow();
        server.close();
        assertThat(workers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void noHostHearsOfItBeforeTheUserAgrees() throws IOException {
        assertThat(text("models.card.published")).contains("Good for vocals.", "Licence: MIT");
        press("models.download.published");
        assertThat(text("models.consent"))
                .contains("Published model", "127.0.0.1", "3 MB", "MIT", "Download 3 MB")
                .anyMatch(words -> words.contains("nothing about you"));
        robot.type(KeyCode.ENTER); // on the way out, where the keyboard stands
        assertThat(exists("models.consent")).isFalse();
        press("models.download.published");
        robot.type(KeyCode.ESCAPE);
        assertThat(exists("models.consent")).isFalse();
        assertThat(shelf.errands()).isEmpty();
        assertThat(server.asked).isEmpty();

        press("models.download.published");
        press("models.consent.go");
        waitUntil(() -> exists("models.remove.published"));
        assertThat(server.asked).containsExactly("null");
        assertThat(shelf.models()).extracting(Model::title).containsExactly("Published model");
        assertThat(store.path(shelf.models().get(0))).hasBinaryContent(server.content);
        assertThat(exists("models.download.published")).isFalse();
        waitUntil(() -> shelf.activities().get().isEmpty());
    }

    @Test
    void whatIsCancelledGoesOnTheNextTime() {
        server.hold(true);
        press("models.download.published");
        press("models.consent.go");
        waitUntil(() -> shelf.activities().get().stream().anyMatch(it -> it.fraction() > 0.4));
        assertThat(shelf.activities().get().get(0).text())
                .startsWith("Downloading Published model · 2 MB of 3 MB");
        assertThat(find("models.cancel.published").isFocused()).isTrue();
        press("models.cancel.published");
        assertThat(shelf.activities().get()).isEmpty();
        assertThat(find("models.download.published").isFocused()).isTrue();
        waitUntil(() -> state("published").equals("2 MB are here from an earlier try"));

        server.hold(false);
        press("models.download.published");
        assertThat(text("models.consent")).contains("3 MB, of which 2 MB are here already");
        press("models.consent.go");
        waitUntil(() -> exists("models.remove.published"));
        assertThat(server.asked.get(1)).matches("bytes=[1-9]\\d*-");
        assertThat(store.path(shelf.models().get(0))).hasBinaryContent(server.content);
    }

    @Test
    void whatIsLeftOfADownloadCanBeThrownAway() {
        assertThat(find("models.forget.published").isVisible()).isFalse();
        server.hold(true);
        press("models.download.published");
        press("models.consent.go");
        waitUntil(() -> shelf.activities().get().stream().anyMatch(it -> it.fraction() > 0.4));
        assertThat(find("models.forget.published").isVisible()).isFalse();
        press("models.cancel.published");
        waitUntil(() -> state("published").equals("2 MB are here from an earlier try"));
        press("models.forget.published");
        waitUntil(() -> state("published").isEmpty());
        assertThat(shelf.offers().get(0).arrived()).isZero();
        assertThat(find("models.forget.published").isVisible()).isFalse();
        assertThat(find("models.download.published").isFocused()).isTrue();
    }

    @Test
    void whatIsDroppedIsImportedWithWhatBelongsToIt() throws IOException {
        Path model = file("mine.onnx");
        Path weights = file("mine.onnx.data");
        robot.interact(() -> page.drop(List.of(weights, model)));
        waitUntil(() -> exists("models.verify.mine"));
        assertThat(shelf.models().get(0).files())
                .extracting(Model.ModelFile::name)
                .containsExactly("mine.onnx", "mine.onnx.data");
        assertThat(shelf.errands()).isEmpty();
    }

    @Test
    void whatEndsUnseenIsTold() {
        press("models.download.published");
        refuses = true;
        robot.interact(
                () -> {
                    ((Button) find("models.consent.go")).fire();
                    root.getChildren().remove(page.node());
                });
        waitUntil(() -> !told.problems.isEmpty());
        assertThat(told.problems).containsExactly(NO_MODEL);
        robot.interact(() -> root.getChildren().add(page.node()));
        assertThat(state("published")).isEqualTo(NO_MODEL);
        refuses = false;
        press("models.download.published");
        press("models.consent.go");
        waitUntil(() -> exists("models.remove.published"));
        assertThat(told.done).isEmpty();
    }

    @Test
    void whatCannotBeRunIsRefusedWithItsReason() throws IOException {
        told.file = Optional.of(file("mine.onnx"));
        refuses = true;
        press("models.file");
        waitUntil(() -> state("mine.onnx").equals(NO_MODEL));
        assertThat(store.models()).isEmpty();
        assertThat(told.problems).isEmpty();
        press("models.dismiss.mine.onnx");
        assertThat(exists("models.card.mine.onnx")).isFalse();
        told.file = Optional.of(folder.resolve("gone.onnx"));
        press("models.file");
        waitUntil(() -> state("gone.onnx").contains("there is no such file"));
    }

    @Test
    void anImportedModelIsVerifiedShownAndRemoved() throws IOException {
        told.file = Optional.of(file("mine.onnx"));
        press("models.file");
        waitUntil(() -> exists("models.verify.mine"));
        Path there = store.path(shelf.models().get(0));
        assertThat(text("models.card.mine"))
                .contains("Separation: vocals, drums · 2 MB", "Licence: unknown", "Ready")
                .anyMatch(words -> words.startsWith("From mine.onnx"));
        press("models.verify.mine");
        waitUntil(() -> state("mine").startsWith("The files are what they were"));
        Files.writeString(there, "other");
        press("models.verify.mine");
        waitUntil(() -> state("mine").contains("no longer the file that was imported"));
        press("models.show.mine");
        assertThat(told.shown).containsExactly(there.getParent());

        press("models.remove.mine");
        assertThat(text("models.removal")).anyMatch(words -> words.contains("2 MB"));
        robot.type(KeyCode.ESCAPE);
        assertThat(store.models()).hasSize(1);
        press("models.remove.mine");
        press("models.removal.go");
        waitUntil(() -> shelf.models().isEmpty());
        assertThat(there).doesNotExist();
        assertThat(find("models.file").isFocused()).isTrue();
        assertThat(server.asked).isEmpty();
    }

    @Test
    void aBrokenListHidesNoModel() throws IOException {
        told.file = Optional.of(file("mine.onnx"));
        press("models.file");
        waitUntil(() -> exists("models.verify.mine"));
        Files.writeString(store.folder().resolve("catalogue.json"), "{");
        robot.interact(page::refresh);
        waitUntil(() -> ((Labeled) find("models.fault")).getText().contains("catalogue.json"));
        assertThat(exists("models.verify.mine")).isTrue();
    }

    @Test
    void keptStemsAreRemovedWhenTheUserAgrees() throws IOException {
        assertThat(find("models.clear").isDisabled()).isTrue();
        Path kept = folder.resolve("stems").resolve("one");
        Files.createDirectories(kept);
        Files.write(kept.resolve("vocals.wav"), new byte[2_000_000]);
        Path index = Files.writeString(kept.resolve("stems.json"), "{}");
        Files.setLastModifiedTime(index, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        robot.interact(page::refresh);
        waitUntil(() -> ((Labeled) find("models.kept")).getText().contains("2 MB"));
        press("models.clear");
        assertThat(text("models.clearing")).anyMatch(words -> words.contains("2 MB"));
        press("models.clearing.go");
        waitUntil(() -> find("models.clear").isDisabled());
        assertThat(kept).doesNotExist();
    }

    private Path file(String name) throws IOException {
        return Files.write(folder.resolve(name), new byte[2_000_000]);
    }

    private void press(String id) {
        robot.interact(
                () -> {
                    Button button = (Button) find(id);
                    assertThat(button.isVisible() && !button.isDisabled()).as(id).isTrue();
                    button.requestFocus();
                    button.fire();
                });
    }

    private Node find(String id) {
        return robot.from(root).lookup((Node node) -> id.equals(node.getId())).query();
    }

    private boolean exists(String id) {
        return robot.from(root)
                .lookup((Node node) -> id.equals(node.getId()))
                .tryQuery()
                .isPresent();
    }

    private String state(String id) {
        String label = "models.state." + id;
        return exists(label) ? ((Labeled) find(label)).getText() : "";
    }

    /** All words within a node. */
    private List<String> text(String id) {
        return robot
                .from(find(id))
                .lookup((Node node) -> node instanceof Labeled && node.isVisible())
                .queryAll()
                .stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }
}
