package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.catalogue.Row;
import auralis.app.queue.Entry;
import auralis.library.track.StoredQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** The queue in a user's hands. */
class QueueTest extends LibraryWindowTestCase {
    private static final KeyCode[] PLAY_NEXT = {KeyCode.SHIFT, KeyCode.ENTER};
    private static final KeyCode[] ENQUEUE = {KeyCode.CONTROL, KeyCode.ENTER};
    private static final KeyCode[] NEXT = {KeyCode.CONTROL, KeyCode.RIGHT};
    private static final KeyCode[] PREVIOUS = {KeyCode.CONTROL, KeyCode.LEFT};
    private static final KeyCode[] SHOW = {KeyCode.CONTROL, KeyCode.U};
    private static final KeyCode[] UNDO = {KeyCode.CONTROL, KeyCode.Z};

    @Test
    void tracksAreQueuedReorderedRemovedClearedAndBroughtBackByKeys() throws IOException {
        openWithLong("A", "B", "C", "D");
        select(0);
        robot.type(KeyCode.ENTER);
        waitUntil(() -> label("play.title").equals("A"));
        select(2);
        robot.push(ENQUEUE);
        waitForToast("1 track added to the queue.");
        select(1, 3);
        robot.push(PLAY_NEXT);
        waitUntil(() -> count().equals("3"));
        robot.push(SHOW);
        waitForQueue("B", "D", "C");
        assertThat(following()).containsExactly("B", "C", "D");
        assertThat(texts()).contains("Then from Tracks");
        assertThat(label("queue.now.title")).isEqualTo("A");
        assertThat(label("queue.now")).isEqualTo("Now playing");
        robot.clickOn(find("play.toggle"));
        waitUntil(() -> label("queue.now").equals("Paused"));
        robot.clickOn(find("play.toggle"));
        waitUntil(() -> label("queue.now").equals("Now playing"));
        robot.interact(() -> find("queue.entries").requestFocus());
        selectEntry(2);
        robot.push(KeyCode.ALT, KeyCode.UP).push(KeyCode.ALT, KeyCode.UP);
        waitForQueue("C", "B", "D");
        assertThat(selectedEntries()).containsExactly("C");
        selectEntry(1);
        robot.type(KeyCode.DELETE);
        waitForQueue("C", "D");
        waitForToast("1 track removed from the queue.");
        assertThat(selectedEntries()).containsExactly("D");
        assertThat(library.tracks()).as("they stay in the library").hasSize(4);
        robot.clickOn(find("queue.clear"));
        waitForQueue();
        waitForToast("2 tracks cleared from the queue.");
        robot.clickOn(find("toast.undo"));
        waitForQueue("C", "D");
        robot.push(UNDO);
        waitForQueue("C", "B", "D");
        robot.push(NEXT);
        waitUntil(() -> label("play.title").equals("C"));
        waitForQueue("B", "D");
        robot.push(PREVIOUS);
        waitUntil(() -> label("play.title").equals("A"));
        waitForQueue("C", "B", "D");
    }

    @Test
    void ofTwentyRapidDoubleClicksTheLastPlaysAndTheQueueStays() throws IOException {
        openWithLong("A", "B", "C", "D");
        select(1);
        robot.push(ENQUEUE);
        waitUntil(() -> count().equals("1"));
        for (int i = 0; i < 20; i++) {
            select(i % 4);
            robot.type(KeyCode.ENTER);
        }
        waitUntil(() -> player().positionSeconds() > 0 && player().playing());
        assertThat(player().file()).contains(music.resolve("D.wav"));
        assertThat(label("play.title")).isEqualTo("D");
        assertThat(count()).isEqualTo("1");
    }

    @Test
    @NeedsDisplay
    void entriesAreDraggedAndRowsAreDroppedOnTheSideBar() throws IOException {
        openWithLong("A", "B", "C");
        select(0, 2);
        robot.drag("C", MouseButton.PRIMARY).dropTo(find("side.queue"));
        waitForToast("2 tracks added to the queue.");
        select(1);
        robot.push(ENQUEUE);
        robot.push(SHOW);
        waitForQueue("A", "C", "B");
        robot.drag(cell("B"), MouseButton.PRIMARY).dropTo(cell("A"));
        waitUntil(() -> queued().indexOf("B") < 2);
        assertThat(queued()).hasSize(3);
    }

    @Test
    @NeedsDisplay
    void rowsAreDroppedIntoTheQueueWhileOneDrags() throws IOException {
        openWithLong("A", "B", "C");
        select(0, 1);
        robot.push(ENQUEUE);
        waitUntil(() -> count().equals("2"));
        select(2);
        robot.drag("C", MouseButton.PRIMARY).moveTo(find("side.queue")).moveBy(3, 2);
        waitUntil(() -> find("queue").isVisible());
        robot.dropTo(cell("A"));
        waitUntil(() -> queued().size() == 3 && queued().indexOf("C") < 2);
    }

    @Test
    void shuffleAndRepeatSayHowTheyStand() throws IOException {
        openWithLong("A", "B");
        assertThat(find("play.repeat").getAccessibleText()).isEqualTo("Repeat: off");
        robot.clickOn(find("play.repeat"));
        assertThat(find("play.repeat").getAccessibleText()).isEqualTo("Repeat: all");
        assertThat(isSelected("play.repeat")).isTrue();
        robot.clickOn(find("play.repeat"));
        assertThat(find("play.repeat").getAccessibleText()).isEqualTo("Repeat: this track");
        robot.clickOn(find("play.repeat"));
        assertThat(isSelected("play.repeat")).isFalse();
        robot.clickOn(find("play.shuffle"));
        assertThat(find("play.shuffle").getAccessibleText()).isEqualTo("Shuffle: on");
        assertThat(((Button) find("play.shuffle")).getTooltip().getText()).isEqualTo("Shuffle: on");
        assertThat(isSelected("play.shuffle")).isTrue();
    }

    @Test
    void theSessionComesBackPausedAtItsPosition() throws Exception {
        openWithLong("A", "B", "C");
        select(0, 2);
        robot.push(ENQUEUE);
        robot.clickOn(find("play.shuffle"));
        robot.clickOn(find("play.repeat"));
        select(1);
        robot.type(KeyCode.ENTER);
        waitUntil(() -> player().positionSeconds() > 0.2);
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        waitUntil(() -> player().positionSeconds() > 10);
        robot.type(KeyCode.SPACE);
        waitUntil(() -> !player().playing());
        double left = player().positionSeconds();
        closeWindow();
        window.awaitEnd();
        restartPlayer();
        reopen();
        waitUntil(() -> label("play.title").equals("B"));
        waitUntil(() -> Math.abs(player().positionSeconds() - left) < 0.05);
        assertThat(player().playing()).isFalse();
        assertThat(find("play.shuffle").getAccessibleText()).isEqualTo("Shuffle: on");
        assertThat(find("play.repeat").getAccessibleText()).isEqualTo("Repeat: all");
        robot.push(SHOW);
        waitForQueue("A", "C");
        assertThat(following()).containsExactlyInAnyOrder("A", "C");
        robot.type(KeyCode.SPACE);
        waitUntil(() -> player().playing() && player().positionSeconds() > left + 0.05);
    }

    @Test
    void aKilledSessionLosesNoMoreThanAMoment() throws Exception {
        openWithLong("A", "B");
        select(0);
        robot.type(KeyCode.ENTER);
        select(1);
        robot.push(ENQUEUE);
        waitUntil(() -> stored().entries().size() == 1);
        double first = position(stored());
        waitUntil(() -> position(stored()) > first);
        assertThat(stored().contextName()).isEqualTo("Tracks");
        assertThat(stored().context()).hasSize(2);
    }

    @Test
    void whatCannotBeOpenedIsToldAndSkipped() throws IOException {
        openWithLong("A", "B", "C");
        Files.delete(music.resolve("B.wav"));
        select(0);
        robot.type(KeyCode.ENTER);
        waitUntil(() -> player().playing());
        robot.push(NEXT);
        waitUntil(() -> label("play.title").equals("C") && player().playing());
        waitUntil(() -> toast().startsWith("Skipped: B.wav"));
    }

    @Test
    void aTrackThatIsOverBeforeItWasSeenToPlayIsFollowedByTheNext() throws IOException {
        openWith("A", "B", "C");
        select(0);
        robot.type(KeyCode.ENTER);
        waitUntil(() -> player().playing() && player().positionFrames() > 0);
        AtomicReference<Path> last = new AtomicReference<>();
        robot.interact(
                () -> {
                    while (!player().ended()) {
                        Thread.onSpinWait(); // the window is busy meanwhile
                    }
                    last.set(player().file().orElseThrow());
                });
        assertThat(last.get()).hasFileName("B.wav");
        waitUntil(() -> label("play.title").equals("C") && player().playing());
    }

    @Test
    void whereNothingCanBeOpenedItEnds() throws IOException {
        openWithLong("A", "B", "C");
        for (String title : List.of("A", "B", "C")) {
            Files.delete(music.resolve(title + ".wav"));
        }
        robot.clickOn(find("play.repeat"));
        select(0);
        robot.type(KeyCode.ENTER);
        waitUntil(() -> find("notice.problem").isVisible());
        robot.push(NEXT);
        waitUntil(() -> label("play.title").equals("C"));
        waitUntil(() -> !player().loading() && !player().playing());
        assertThat(find("notice.problem").isVisible()).isTrue();
    }

    @Test
    void anEmptyQueueSaysHowItIsFilled() throws IOException {
        openWithLong("A");
        robot.clickOn(find("side.queue"));
        waitUntil(() -> find("queue").isVisible());
        assertThat(texts()).anyMatch(text -> text != null && text.startsWith("Nothing is queued."));
        assertThat(((ToggleButton) find("side.queue")).isSelected()).isTrue();
        robot.clickOn(find("head.search")).write("a");
        waitUntil(() -> table().isVisible());
    }

    private void openWithLong(String... titles) throws IOException {
        open();
        int count = 0;
        for (String title : titles) { // one by one, because several come in any order
            int there = ++count;
            Path file = tone(title, 60, 0.05 * there); // else they are duplicates, and said to be
            robot.interact(() -> window.add(List.of(file)));
            waitUntil(() -> table().getItems().size() == there);
        }
    }

    private void select(int... rows) {
        robot.interact(
                () -> {
                    table().requestFocus();
                    table().getSelectionModel().clearSelection();
                    table().getSelectionModel().selectIndices(rows[0], rows);
                });
    }

    private void selectEntry(int index) {
        robot.interact(
                () -> {
                    entries().requestFocus();
                    entries().getSelectionModel().clearAndSelect(index);
                });
    }

    private ListView<?> entries() {
        return (ListView<?>) find("queue.entries");
    }

    private List<String> queued() {
        return entries().getItems().stream().map(QueueTest::title).toList();
    }

    private List<String> selectedEntries() {
        return entries().getSelectionModel().getSelectedItems().stream()
                .map(QueueTest::title)
                .toList();
    }

    private List<String> following() {
        return ((ListView<?>) find("queue.following"))
                .getItems().stream().map(row -> ((Row) row).track().title()).toList();
    }

    private static String title(Object entry) {
        return ((Entry) entry).row().track().title();
    }

    private void waitForQueue(String... titles) {
        waitUntil(() -> queued().equals(List.of(titles)));
    }

    private String count() {
        ToggleButton line = (ToggleButton) find("side.queue");
        return ((Label) line.getGraphic().lookup(".count")).getText();
    }

    private boolean isSelected(String id) {
        return find(id).getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("selected"));
    }

    private String toast() {
        return find("toast").isVisible() ? ((Label) find("toast").lookup(".label")).getText() : "";
    }

    private Node cell(String title) {
        return robot.from(entries()).lookup(title).query();
    }

    private StoredQueue stored() throws IOException {
        return library.queue().get();
    }

    private static double position(StoredQueue queue) {
        return queue.playing().map(StoredQueue.Playing::seconds).orElse(-1.0);
    }
}
