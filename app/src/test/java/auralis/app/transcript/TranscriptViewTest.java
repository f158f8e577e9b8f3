package auralis.app.transcript;

import static auralis.app.fx.Patience.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.action.Actions;
import auralis.app.catalogue.Row;
import auralis.app.catalogue.SomeRow;
import auralis.app.fx.Workers;
import auralis.dsp.speech.Span;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import auralis.library.transcript.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.service.query.EmptyNodeQueryException;

/** A transcript is read, heard, searched and changed. */
@ExtendWith(ApplicationExtension.class)
class TranscriptViewTest {
    private static final Transcript SONG =
            EditsTest.of(
                    EditsTest.segment(1, "one two three four"),
                    EditsTest.segment(6, "five six"),
                    EditsTest.segment(9, "seven eight nine"));

    private final FxRobot robot = new FxRobot();
    private final FakeHost host = new FakeHost();
    private final Row row = SomeRow.of(1, "Song");
    private final Path file = row.track().file();
    private final ExecutorService workers = Workers.named("test", 1);
    private TranscriptView view;
    private Stage stage;

    @BeforeEach
    void show() {
        robot.interact(
                () -> {
                    view = new TranscriptView(host, new Actions(), host, workers);
                    host.root.getChildren().add(view.node());
                    stage = new Stage();
                    stage.setScene(new Scene(host.root, 900, 600));
                    stage.show();
                });
    }

    @AfterEach
    void close() throws InterruptedException {
        robot.interact(
                () -> {
                    view.close();
                    stage.hide();
                });
        view.awaitEnd();
        workers.shutdownNow();
    }

    @Test
    void aClickOnAWordPlaysThereAndTheWordThatIsHeardIsMarked() {
        open(SONG);
        robot.clickOn("three");
        assertThat(host.current.get()).isSameAs(row);
        assertThat(host.position.get()).isEqualTo(3);
        assertThat(isMarked("three", "heard")).isTrue();
        robot.interact(() -> host.position.set(6.1));
        assertThat(isMarked("three", "heard")).isFalse();
        assertThat(isMarked("five", "heard")).isTrue();
    }

    @Test
    void whoComesForTheFirstTimeCanBeginAtOnce() {
        robot.interact(
                () -> {
                    view.show(row);
                    view.focus();
                });
        waitUntil(() -> stage.getScene().getFocusOwner() == find("transcript.begin"));
    }

    @Test
    void aTextIsChangedTakenBackAndKept() {
        open(SONG);
        robot.interact(view::focus);
        type(KeyCode.ENTER, false);
        TextArea field = (TextArea) find("transcript.edit");
        assertThat(field.isFocused()).isTrue();
        robot.interact(() -> field.setText("one too three four"));
        type(KeyCode.ENTER, false);
        waitUntil(() -> texts(host.kept.get(file)).get(0).equals("one too three four"));
        assertThat(view.undoable().get()).isEqualTo("Text of a line");
        robot.interact(view::undo);
        waitUntil(() -> host.kept.get(file).equals(SONG));
        robot.interact(view::redo);
        waitUntil(() -> texts(host.kept.get(file)).get(0).equals("one too three four"));
    }

    @Test
    void keysSplitJoinMoveAndDelete() {
        open(SONG);
        robot.interact(view::focus);
        type(KeyCode.RIGHT, false);
        type(KeyCode.RIGHT, false);
        type(KeyCode.S, false);
        assertThat(texts()).startsWith("one", "two three four");
        type(KeyCode.UP, false);
        type(KeyCode.J, false);
        assertThat(texts()).startsWith("one two three four");
        type(KeyCode.RIGHT, true);
        assertThat(label("transcript.start")).isEqualTo("0:01.1");
        robot.interact(() -> host.play(row, 4.5));
        type(KeyCode.O, false);
        assertThat(label("transcript.end")).isEqualTo("0:04.5");
        type(KeyCode.DELETE, false);
        assertThat(texts()).containsExactly("five six", "seven eight nine");
        for (int i = 0; i < 5; i++) {
            robot.interact(view::undo);
        }
        assertThat(view.undoable().get()).isEmpty();
        assertThat(texts()).containsExactlyElementsOf(texts(SONG));
    }

    @Test
    void linesAreStampedWhileTheTrackPlays() {
        robot.interact(() -> view.show(row));
        waitUntil(() -> seen("transcript.page"));
        robot.interact(() -> ((TextArea) find("transcript.text")).setText("a\nb\nc"));
        robot.interact(() -> press("transcript.hand"));
        waitUntil(() -> seen("transcript.script"));
        for (double second : new double[] {3, 5, 8}) {
            robot.interact(() -> host.play(row, second));
            type(KeyCode.T, false);
        }
        waitUntil(() -> starts().equals(List.of(3.0, 5.0, 8.0)));
    }

    @Test
    void aSearchCountsAndGoesAround() {
        open(SONG);
        robot.interact(view::find);
        robot.interact(() -> ((TextField) find("transcript.find")).setText("E"));
        waitUntil(() -> label("transcript.found").startsWith("1 of "));
        assertThat(isMarked("three", "found")).isTrue();
        assertThat(isMarked("six", "found")).isFalse();
        robot.clickOn(find("transcript.find"));
        type(KeyCode.ENTER, true);
        assertThat(isMarked("nine", "current")).isTrue();
        type(KeyCode.ESCAPE, false);
        assertThat(seen("transcript.find")).isFalse();
        assertThat(isMarked("three", "found")).isFalse();
    }

    @Test
    void workGrowsCannotBeChangedAndEndsAsOneStep() {
        open(SONG);
        Transcript more = SONG.with(List.of(EditsTest.segment(2, "fresh words")));
        robot.interact(() -> host.task.set(new Task(7, Task.State.GOES_ON, "12 %", 0.12)));
        assertThat(label("transcript.work")).isEqualTo("12 %");
        assertThat(find("transcript.delete").isDisabled()).isTrue();
        host.partial = more;
        waitUntil(() -> texts().equals(List.of("fresh words")));
        assertThat(host.kept.get(file)).isEqualTo(SONG);
        host.kept.put(file, more);
        robot.interact(() -> host.task.set(new Task(7, Task.State.DONE, "", 1)));
        waitUntil(() -> !seen("transcript.work"));
        waitUntil(() -> view.undoable().get().equals("Transcribe"));
        robot.interact(view::undo);
        assertThat(texts()).containsExactlyElementsOf(texts(SONG));
    }

    @Test
    void whatFailsSaysWhyAndIsTriedAgain() {
        robot.interact(() -> view.show(row));
        waitUntil(() -> seen("transcript.begin"));
        robot.interact(() -> press("transcript.begin"));
        assertThat(host.ordered).hasSize(1);
        robot.interact(() -> host.task.set(new Task(7, Task.State.GOES_ON, "waits", 0)));
        assertThat(seen("transcript.begin")).isFalse();
        robot.interact(() -> host.task.set(new Task(7, Task.State.FAILED, "No model.", 0)));
        waitUntil(() -> label("transcript.state").equals("No model."));
        robot.interact(() -> press("transcript.retry"));
        assertThat(host.told).contains("retry");
    }

    @Test
    void gapsSilencesAndDoubtsAreRowsOfTheirOwn() {
        Transcript torn =
                new Transcript(
                        "Fake",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(
                                EditsTest.segment(1, "one"),
                                EditsTest.segment(30, "thanks").marked(Mark.SUSPICIOUS)),
                        List.of(new Span(3, 8)),
                        List.of(new Span(10, 20)),
                        60,
                        4,
                        3);
        open(torn);
        assertThat(list().getItems())
                .extracting(line -> line.getClass().getSimpleName())
                .containsExactly("Said", "Silence", "Gap", "Said");
        assertThat(label("transcript.facts")).contains("1 gap", "75");
        robot.clickOn("Try again");
        assertThat(host.told).contains("gaps");
    }

    @Test
    void aTranscriptOfTenHoursIsChangedInPlace() {
        List<Segment> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(EditsTest.segment(i * 1.8, "line " + i));
        }
        open(EditsTest.of().with(many));
        robot.interact(() -> host.play(row, 18_000 * 1.8 + 0.1));
        waitUntil(() -> seenWord("18000"));
        robot.interact(() -> list().getSelectionModel().select(18_000));
        robot.interact(() -> press("transcript.delete")); // a key would repeat on a busy machine
        assertThat(list().getItems().size()).isEqualTo(19_999);
        assertThat(list().getSelectionModel().getSelectedIndex()).isEqualTo(18_000);
        assertThat(seenWord("18001")).isTrue();
    }

    @Test
    void subtitlesAreBroughtAndWrittenAgain(@TempDir Path folder) throws Exception {
        Path srt = folder.resolve("Song.srt");
        Files.writeString(
                srt,
                "1\n"
                        + "00:00:01,000 --> 00:00:02,500\n"
                        + "Hello there\n\n"
                        + "2\n"
                        + "00:00:04,000 --> 00:00:05,000\n"
                        + "Bye\n");
        robot.interact(() -> view.show(row));
        waitUntil(() -> seen("transcript.page"));
        robot.interact(() -> view.bring(srt));
        waitUntil(() -> seen("transcript.script"));
        assertThat(texts()).containsExactly("Hello there", "Bye");
        waitUntil(() -> host.kept.containsKey(file));
        robot.interact(() -> press("transcript.export"));
        robot.interact(() -> ((TextField) find("transcript.folder")).setText(folder.toString()));
        robot.interact(() -> press("transcript.format.lrc"));
        waitUntil(() -> label("transcript.files.names").equals("Song (2).srt\nSong.txt\nSong.lrc"));
        robot.interact(() -> press("transcript.files.go"));
        waitUntil(() -> host.told.contains("3 files were written."));
        assertThat(Files.readString(folder.resolve("Song.lrc"))).contains("[00:01.00]Hello there");
        assertThat(Files.readString(folder.resolve("Song (2).srt"))).contains("00:00:04,000");
    }

    // ---- how it looks

    private void open(Transcript transcript) {
        host.kept.put(file, transcript);
        robot.interact(() -> view.show(row));
        waitUntil(() -> seen("transcript.script") && !list().getItems().isEmpty());
    }

    /** Of what is kept. */
    private List<Double> starts() {
        return Optional.ofNullable(host.kept.get(file)).stream()
                .flatMap(kept -> kept.segments().stream())
                .map(Segment::start)
                .toList();
    }

    private List<String> texts() {
        return list().getItems().stream()
                .filter(Line.Said.class::isInstance)
                .map(line -> ((Line.Said) line).segment().text())
                .toList();
    }

    private static List<String> texts(Transcript transcript) {
        return transcript.segments().stream().map(Segment::text).toList();
    }

    @SuppressWarnings("unchecked")
    private ListView<Line> list() {
        return (ListView<Line>) find("transcript.list");
    }

    private boolean seenWord(String text) {
        return robot.lookup(text).tryQuery().isPresent();
    }

    private boolean isMarked(String text, String style) {
        return robot.lookup(text).tryQuery().stream()
                .anyMatch(
                        node ->
                                node.getPseudoClassStates().stream()
                                        .anyMatch(one -> one.getPseudoClassName().equals(style)));
    }

    /** A key that does not repeat, however busy the machine is. */
    private void type(KeyCode code, boolean shift) {
        robot.interact(
                () -> {
                    Node focus = stage.getScene().getFocusOwner();
                    Event.fireEvent(
                            focus,
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    code,
                                    shift,
                                    false,
                                    false,
                                    false));
                });
    }

    private void press(String id) {
        ((ButtonBase) find(id)).fire();
    }

    private String label(String id) {
        return ((Label) find(id)).getText();
    }

    private boolean seen(String id) {
        Node node;
        try {
            node = find(id);
        } catch (EmptyNodeQueryException e) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private Node find(String id) {
        return robot.from(stage.getScene().getRoot())
                .lookup((Node node) -> id.equals(node.getId()))
                .query();
    }
}
