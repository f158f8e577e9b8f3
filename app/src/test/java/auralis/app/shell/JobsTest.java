package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.platform.remote.Wakefulness;
import auralis.dsp.Progress;
import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.job.Outcome;
import auralis.library.job.Work;
import auralis.library.job.Worker;
import auralis.library.tag.TagEdit;
import auralis.library.track.JobState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs in a user's hands: the true queue and database, work that does what the test says. */
class JobsTest extends LibraryWindowTestCase {
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private JobQueue queue;

    @Override
    Worker worker() {
        return this::work;
    }

    /** What is called "bad" fails, what has a gate waits there. */
    private Outcome work(Work work, Worker.Assignment assignment)
            throws IOException, InterruptedException {
        String name = work.source().getFileName().toString();
        assignment.progress().total(4);
        assignment.progress().phase("writing");
        assignment.progress().advance(1);
        CountDownLatch gate = gates.get(name);
        while (gate != null && gate.getCount() > 0) {
            assignment.progress().checkpoint();
            Thread.onSpinWait();
        }
        if (name.startsWith("bad")) {
            throw new IOException(name + ": the file ends early at 2:31. Copy it anew.");
        }
        return new Outcome.Done("");
    }

    @AfterEach
    void openGates() {
        gates.values().forEach(CountDownLatch::countDown);
    }

    private void gate(String name) {
        gates.put(name, new CountDownLatch(1));
    }

    private List<Long> add(String... names) throws IOException {
        List<JobQueue.Order> orders = new ArrayList<>();
        for (String name : names) {
            Work work = new Work.Analyse(music.resolve(name));
            orders.add(new JobQueue.Order(work, OptionalDouble.of(60)));
        }
        return queue.add(orders).stream().map(Job::id).toList();
    }

    private void openJobs() throws IOException {
        open();
        queue = services.jobs();
        press(KeyCode.CONTROL, KeyCode.J);
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
    }

    private TableView<?> list() {
        return (TableView<?>) find("jobs.list");
    }

    private List<JobState> states() {
        return queue.jobs().stream().map(Job::state).toList();
    }

    private void waitForStates(JobState... states) {
        waitUntil(() -> states().equals(List.of(states)));
    }

    private List<String> names() {
        return queue.jobs().stream().map(job -> job.source().getFileName().toString()).toList();
    }

    private Button button(String id) {
        return (Button) find(id);
    }

    private boolean offers(String id) {
        return button(id).isVisible();
    }

    private void select(int... rows) {
        robot.interact(
                () -> {
                    list().requestFocus();
                    list().getSelectionModel().clearSelection();
                    for (int row : rows) {
                        list().getSelectionModel().select(row);
                    }
                });
    }

    @Test
    void whatThereIsToDoFollowsFromTheStates() throws IOException {
        gate("a");
        openJobs();
        assertThat(find("jobs.empty").isVisible()).isTrue();
        add("a", "bad.flac", "c");
        waitUntil(() -> texts().contains("Running: writing"));
        waitUntil(() -> texts().contains("25 %"));
        assertThat(offers("jobs.go")).isFalse();
        assertThat(offers("jobs.retry")).isFalse();
        robot.clickOn(button("jobs.pause"));
        waitForStates(JobState.PAUSED, JobState.PENDING, JobState.PENDING);
        waitUntil(() -> offers("jobs.go") && !offers("jobs.pause"));

        robot.clickOn(button("jobs.go"));
        waitForStates(JobState.RUNNING, JobState.PENDING, JobState.PENDING);
        robot.clickOn(button("jobs.finish"));
        waitUntil(() -> offers("jobs.go"));
        gates.get("a").countDown();
        waitForStates(JobState.DONE, JobState.PENDING, JobState.PENDING);
        waitUntil(() -> label("jobs.summary").endsWith("pauses after the current"));

        robot.clickOn(button("jobs.go"));
        waitForStates(JobState.DONE, JobState.FAILED, JobState.DONE);
        waitUntil(() -> button("jobs.retry").getText().equals("Retry failed 1"));
        assertThat(label("jobs.summary")).isEqualTo("3 jobs: 2 done, 1 failed");
        assertThat(texts()).contains("Failed: the file ends early at 2:31. Copy it anew.");
        waitUntil(() -> texts().contains("2 done, 1 failed")); // told once, when all is over
        assertThat(offers("jobs.go") || offers("jobs.pause")).isFalse();

        robot.clickOn(button("jobs.clear"));
        waitUntil(() -> find("jobs.empty").isVisible());
    }

    /** A stroke that no busy machine repeats, as it does where a key seems to be held down. */
    private void strokeWithAlt(KeyCode key) {
        robot.interact(
                () ->
                        Event.fireEvent(
                                list(),
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        key,
                                        false,
                                        false,
                                        true,
                                        false)));
    }

    @Test
    void waitingRowsGoWhereTheKeyboardWantsThem() throws IOException {
        gate("a");
        openJobs();
        add("a", "b", "c", "d");
        waitForStates(JobState.RUNNING, JobState.PENDING, JobState.PENDING, JobState.PENDING);
        waitUntil(() -> list().getItems().size() == 4);
        select(3);
        strokeWithAlt(KeyCode.UP);
        waitUntil(() -> names().equals(List.of("a", "b", "d", "c")));
        waitUntil(() -> list().getSelectionModel().getSelectedIndex() == 2);
        strokeWithAlt(KeyCode.UP);
        waitUntil(() -> names().equals(List.of("a", "d", "b", "c")));
        select(1, 2);
        strokeWithAlt(KeyCode.DOWN);
        waitUntil(() -> names().equals(List.of("a", "c", "d", "b")));
    }

    @Test
    void allSelectedAreHeldAndCancelledAndTriedAgain() throws IOException {
        gate("a");
        openJobs();
        add("a", "b", "c");
        waitForStates(JobState.RUNNING, JobState.PENDING, JobState.PENDING);
        waitUntil(() -> list().getItems().size() == 3);
        select(1, 2);
        choose("Hold");
        waitForStates(JobState.RUNNING, JobState.HELD, JobState.HELD);
        select(0, 1);
        choose("Cancel");
        waitForStates(JobState.CANCELLED, JobState.CANCELLED, JobState.HELD);
        gates.get("a").countDown();
        select(0, 1);
        choose("Retry");
        waitForStates(JobState.DONE, JobState.DONE, JobState.HELD);

        select(0, 1, 2);
        press(KeyCode.DELETE);
        waitForStates(JobState.HELD);
        waitForToast("2 jobs removed from the list. Files were not touched.");
        robot.clickOn(find("toast.undo"));
        waitUntil(() -> states().equals(List.of(JobState.DONE, JobState.DONE, JobState.HELD)));
    }

    private void choose(String item) {
        waitUntil(() -> find("jobs.list").isVisible());
        robot.interact(
                () -> list().getContextMenu().show(list(), stage.getX() + 400, stage.getY() + 300));
        robot.interact(
                () -> {
                    list().getContextMenu().getItems().stream()
                            .filter(one -> item.equals(one.getText()) && one.isVisible())
                            .findFirst()
                            .orElseThrow()
                            .fire();
                    list().getContextMenu().hide();
                });
    }

    @Test
    void aFailureIsToldInFull() throws IOException {
        openJobs();
        add("bad.flac");
        waitForStates(JobState.FAILED);
        waitUntil(() -> texts().contains("1 failed"));
        select(0);
        press(KeyCode.ENTER);
        waitUntil(() -> find("jobs.sheet") != null);
        assertThat(texts()).contains(music.resolve("bad.flac").toString());
        press(KeyCode.ESCAPE);
        waitUntil(() -> robot.lookup("#jobs.sheet").tryQuery().isEmpty());
    }

    @Test
    void whoQuitsWhileJobsRunIsAsked() throws IOException, InterruptedException {
        gate("a");
        openJobs();
        List<Long> ids = add("a", "b");
        waitForStates(JobState.RUNNING, JobState.PENDING);
        waitUntil(() -> label("jobs.summary").contains("2 left"));
        press(KeyCode.CONTROL, KeyCode.Q);
        robot.clickOn(find("quit.cancel"));
        assertThat(stage.isShowing()).isTrue();
        press(KeyCode.CONTROL, KeyCode.Q);
        robot.clickOn(find("quit.pause"));
        waitUntil(() -> !stage.isShowing());
        window.awaitEnd();

        gates.get("a").countDown();
        reopen();
        queue = services.jobs();
        waitUntil(() -> find("notice.jobs").isVisible());
        assertThat(texts()).contains("2 jobs were interrupted.");
        assertThat(states()).containsExactly(JobState.INTERRUPTED, JobState.INTERRUPTED);
        robot.clickOn(find("notice.jobs.go"));
        queue.await(Set.copyOf(ids));
        assertThat(states()).containsExactly(JobState.DONE, JobState.DONE);
        waitUntil(() -> !find("notice.jobs").isVisible());
    }

    @Test
    void interruptedJobsGoOnByThemselvesWhereTheUserPrefersThat()
            throws IOException, InterruptedException {
        open();
        press(KeyCode.CONTROL, KeyCode.COMMA);
        robot.clickOn(find("prefs.jobs"));
        robot.clickOn(find("prefs.jobs.resume"));
        queue = services.jobs();
        gate("a");
        List<Long> ids = add("a", "b");
        waitForStates(JobState.RUNNING, JobState.PENDING);
        robot.interact(window::close);
        window.awaitEnd();

        gates.get("a").countDown();
        reopen();
        queue = services.jobs();
        queue.await(Set.copyOf(ids));
        waitForStates(JobState.DONE, JobState.DONE);
        assertThat(find("notice.jobs").isVisible()).isFalse();
    }

    @Test
    void whatFailedWhileOneLookedElsewhereStaysUntilItIsRead() throws IOException {
        open();
        queue = services.jobs();
        waitUntil(() -> queue.atOnce() > 0);
        add("bad.flac", "b");
        waitForStates(JobState.FAILED, JobState.DONE);
        waitUntil(() -> find("status.count").isVisible());
        assertThat(button("status.count").getText()).isEqualTo("1 failed");
        robot.clickOn(find("status.count"));
        assertThat(label("tasks.unread")).isEqualTo("1 failed");
        robot.clickOn(find("tasks.jobs"));
        waitUntil(() -> !find("status.count").isVisible());
    }

    @Test
    @NeedsDisplay
    void whoLooksElsewhereIsToldOnceByTheDesktop() throws IOException {
        FakeMediaKeys desktopKeys = new FakeMediaKeys();
        open();
        queue = services.jobs();
        robot.interact(() -> window.attend(desktopKeys));
        Stage[] other = new Stage[1];
        robot.interact(
                () -> {
                    other[0] = new Stage();
                    other[0].setScene(new Scene(new StackPane(), 120, 80));
                    other[0].show();
                    other[0].requestFocus();
                });
        waitUntil(() -> !stage.isFocused());
        add("a", "bad.flac", "c");
        waitUntil(() -> desktopKeys.sentences.equals(List.of("2 done, 1 failed")));
        robot.interact(other[0]::hide);
    }

    @Test
    void everythingThatGoesOnCanBeStoppedAtTheFoot() throws IOException {
        gate("a");
        gate("b");
        open();
        queue = services.jobs();
        add("a", "b");
        waitForStates(JobState.RUNNING, JobState.PENDING);
        waitUntil(() -> label("status.tasks").startsWith("Jobs: 1 of 2"));
        robot.clickOn(find("status.tasks"));
        waitUntil(() -> texts().contains("Measure: a"));
        robot.interact(
                () ->
                        robot
                                .from(find("tasks"))
                                .lookup(".task .button")
                                .<Button>queryAllAs(Button.class)
                                .stream()
                                .filter(b -> "Stop: Measure: a".equals(b.getAccessibleText()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        waitUntil(() -> states().get(0) == JobState.CANCELLED);
    }

    @Test
    void whatTheLibraryKnowsGoesByItsTitle() throws IOException {
        openWith("01 recording");
        queue = services.jobs();
        press(KeyCode.CONTROL, KeyCode.J);
        gate("01 recording.wav");
        add("01 recording.wav");
        waitUntil(() -> texts().contains("01 recording"));
        long track = library.tracks().get(0).id();
        TagEdit edit = TagEdit.NONE.with("TITLE", "Glass River").with("ARTIST", "Ana Ko");
        library.retag(Map.of(track, edit), Progress.NONE);
        waitUntil(() -> texts().contains("Glass River — Ana Ko"));
    }

    @Test
    void theComputerStaysAwakeWhileThereIsWork() throws IOException {
        AtomicInteger held = new AtomicInteger();
        wakefulness =
                Wakefulness.by(
                        reason -> {
                            held.incrementAndGet();
                            return held::decrementAndGet;
                        });
        gate("a");
        openJobs();
        assertThat(held).hasValue(0);
        add("a");
        waitUntil(() -> held.get() == 1);
        robot.clickOn(button("jobs.pause"));
        waitUntil(() -> held.get() == 0);
        robot.clickOn(button("jobs.go"));
        waitUntil(() -> held.get() == 1);
        press(KeyCode.CONTROL, KeyCode.COMMA);
        robot.clickOn(find("prefs.jobs"));
        robot.clickOn(find("prefs.jobs.awake"));
        waitUntil(() -> held.get() == 0);
    }

    @Test
    void theListFollowsWhatRunsUntilTheUserLooksElsewhere() throws IOException {
        String[] all = IntStream.range(0, 32).mapToObj(i -> "j" + i).toArray(String[]::new);
        gate("j24");
        gate("j28");
        openJobs();
        add(all);
        waitUntil(() -> queue.jobs().get(24).state() == JobState.RUNNING);
        waitUntil(() -> texts().contains("j24") && !texts().contains("j0"));
        select(24);
        robot.interact(() -> list().scrollTo(0));
        gates.get("j24").countDown();
        waitUntil(() -> queue.jobs().get(28).state() == JobState.RUNNING);
        waitUntil(() -> label("jobs.summary").startsWith("32 jobs: 28 done"));
        assertThat(texts()).contains("j0").doesNotContain("j28");
    }
}
