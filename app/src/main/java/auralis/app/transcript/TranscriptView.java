package auralis.app.transcript;

import auralis.app.action.Actions;
import auralis.app.catalogue.Row;
import auralis.app.form.Invitation;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.text.Texts;
import auralis.library.transcript.LineRules;
import auralis.library.transcript.Transcript;
import auralis.library.transcript.TranscriptFormat;
import auralis.library.transcript.TranscriptReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The place of the transcript of one track: an invitation, the page that has it made, or the
 * transcript. FX thread only, but for {@link #awaitEnd}.
 */
public final class TranscriptView {
    /** What is recognised so far is shown so often. */
    private static final Duration GROWTH = Duration.seconds(1.5);

    private final Archive archive;
    private final Actions actions;
    private final Host host;
    private final ExecutorService workers;
    private final Scripts scripts;
    private final LyricLine lyricLine;
    private final Latest question;
    private final Latest reading;
    private final Latest growing;
    private final Latest tags;
    private final StackPane content = new StackPane();
    private final StackPane place = new StackPane(content);
    private final Node empty = empty();
    private final StartPage page;
    private final PauseTransition growth = new PauseTransition(GROWTH);
    private final Set<Long> seen = new HashSet<>(); // work that was done when it was looked at
    private final ReadOnlyStringWrapper undoable = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoable = new ReadOnlyStringWrapper("");
    private Row shown; // null before the first
    private boolean isAsking; // what there is
    private boolean focusWanted; // as soon as that is known
    private boolean worked; // whether the queue was about it when it was looked at last
    private ScriptView view; // null while there is none

    public TranscriptView(Archive archive, Actions actions, Host host, ExecutorService workers) {
        this.archive = archive;
        this.actions = actions;
        this.host = host;
        this.workers = workers;
        scripts = new Scripts(archive, host::problem);
        lyricLine = new LyricLine(scripts, host, workers);
        question = new Latest(workers);
        reading = new Latest(workers);
        growing = new Latest(workers);
        tags = new Latest(workers);
        page = new StartPage(host, new PageDeeds());
        page.offer();
        place.setId("transcript");
        place.visibleProperty().addListener((observed, before, now) -> appear(now));
        host.tasks().addListener((Observable tasks) -> follow());
        host.current().addListener((observed, before, now) -> showPlaying());
        growth.setOnFinished(event -> grow());
    }

    /** On which files may be dropped. */
    public StackPane node() {
        return place;
    }

    /** What is sung now, for the player; a node that is there only while something is. */
    public LyricLine lyricLine() {
        return lyricLine;
    }

    /** Whether files of that name can be brought in as a transcript. */
    public static boolean isTranscript(Path file) {
        return Brought.canBe(file);
    }

    /** Shows the transcript of a track, or how to get it. */
    public void show(Row row) {
        boolean same = shown != null && shown.track().id() == row.track().id();
        if (!same) {
            leave();
            worked = false;
        }
        shown = row;
        if (place.isVisible() && (!same || view == null)) {
            look();
        }
    }

    /** The track that is shown; null before the first. */
    public Row shown() {
        return shown;
    }

    /** Asks again who can listen. */
    public void refresh() {
        page.offer();
    }

    /** At once, or as soon as it is known what there is. */
    public void focus() {
        boolean asked = shown != null && view == null && content.getChildren().isEmpty();
        focusWanted = asked || isAsking;
        if (view != null) {
            view.focus();
        } else if (shown != null && content.getChildren().contains(page.node())) {
            page.focus();
        }
    }

    /** Whether there is a transcript in sight. */
    public boolean isOpen() {
        return place.isVisible() && view != null;
    }

    /** Has the user look for a text in what is in sight. */
    public void find() {
        if (view != null) {
            view.find();
        }
    }

    /** What would be taken back of what is in sight, in words; empty for nothing. */
    public ReadOnlyStringProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    public void undo() {
        if (view != null && view.isEditable()) {
            view.list().commit();
            view.list().select(view.script().undo());
        }
    }

    public void redo() {
        if (view != null && view.isEditable()) {
            view.list().commit();
            view.list().select(view.script().redo());
        }
    }

    /** Brings a transcript from a file to the track that is shown. */
    public void bring(Path file) {
        if (shown == null) {
            host.problem(Texts.text("transcript.import.nowhere"));
            return;
        }
        Row row = shown;
        reading.ask(
                new FxTask<>(progress -> TranscriptReader.read(file))
                        .onResult(found -> take(row, found))
                        .onFailure(failure -> host.problem(failure.getMessage())));
    }

    public void close() {
        question.cancel();
        reading.cancel();
        growing.cancel();
        tags.cancel();
        growth.stop();
        leave();
        lyricLine.close();
        scripts.close();
    }

    /** Waits, on any other thread, until what was changed is kept. */
    public void awaitEnd() throws InterruptedException {
        scripts.awaitEnd();
    }

    /** What nobody sees takes no part in the window. */
    private void appear(boolean visible) {
        if (!visible) {
            question.cancel();
            growing.cancel();
            leave();
            content.getChildren().clear();
            return;
        }
        page.offer();
        if (shown == null) {
            put(empty);
            showPlaying();
        } else {
            look();
        }
    }

    /** Whoever comes here without a track means the one that is heard. */
    private void showPlaying() {
        if (shown == null && place.isVisible() && host.current().get() != null) {
            show(host.current().get());
        }
    }

    // ---- what there is

    private void look() {
        Row row = shown;
        isAsking = true;
        Task task = host.task(row.track().file());
        if (task.state() == Task.State.DONE) {
            seen.add(task.id());
        }
        scripts.ask(
                row.track().file(),
                question,
                found -> found.ifPresentOrElse(script -> open(row, script), this::showPage));
    }

    private void open(Row row, Script script) {
        leave();
        view = new ScriptView(script, row, archive, actions, host, new ScriptDeeds(), workers);
        undoable.bind(script.undoable());
        redoable.bind(script.redoable());
        view.show(task());
        put(view.node());
        growIfItDoes();
    }

    private void leave() {
        if (view != null) {
            view.close();
            view = null;
            scripts.save();
            undoable.unbind();
            redoable.unbind();
            undoable.set("");
            redoable.set("");
        }
    }

    private void put(Node node) {
        boolean focused = place.isFocusWithin() || focusWanted;
        isAsking = false;
        if (place.isVisible() && !content.getChildren().equals(List.of(node))) {
            content.getChildren().setAll(node);
            if (focused) {
                focus();
            }
        }
    }

    private Task task() {
        return host.task(shown.track().file());
    }

    private void showPage() {
        showPage(false);
    }

    private void showPage(boolean again) {
        leave();
        page.show(shown, again && !task().goesOn() ? Task.NONE : task(), again);
        put(page.node());
        askForLyrics();
        growIfItDoes();
    }

    private void askForLyrics() {
        Path file = shown.track().file();
        tags.ask(
                new FxTask<>(progress -> archive.lyrics(file))
                        .onResult(page::lyrics)
                        .onFailure(failure -> page.lyrics("")));
    }

    // ---- what is done about it

    private void follow() {
        if (shown == null || content.getChildren().isEmpty()) {
            return;
        }
        Task task = task();
        boolean done = task.state() == Task.State.DONE && seen.add(task.id());
        if (done || worked && !task.goesOn()) {
            settle();
        } else if (view != null) {
            view.show(task);
        } else if (content.getChildren().contains(page.node())) {
            page.show(shown, task, false);
        }
        growIfItDoes();
    }

    private void growIfItDoes() {
        worked = task().goesOn();
        if (worked && growth.getStatus() != PauseTransition.Status.RUNNING) {
            growth.playFromStart();
        }
    }

    /** Shows what is recognised so far. */
    private void grow() {
        if (shown == null || !place.isVisible() || !task().goesOn()) {
            return;
        }
        Row row = shown;
        scripts.grow(row.track().file(), growing, script -> see(row, script));
        growth.playFromStart();
    }

    /** Work has ended: what is kept now is shown, or where nothing is, why. */
    private void settle() {
        Row row = shown;
        scripts.settle(
                row.track().file(),
                Texts.text("transcript.did.transcribe"),
                growing,
                found -> found.ifPresentOrElse(script -> see(row, script), this::showPage));
    }

    private void see(Row row, Script script) {
        if (view == null || view.script() != script) {
            open(row, script);
        } else {
            view.show(task());
        }
    }

    private void take(Row row, Transcript found) {
        Brought brought = new Brought(found);
        if (brought.isUntimed()) {
            showPage(view != null);
            page.text(brought.text());
            return;
        }
        Transcript lasting = brought.lasting(row.track().seconds().orElse(found.seconds()));
        Script script = adopt(row, "transcript.did.import", lasting);
        if (view == null || view.script() != script) {
            open(row, script);
        }
        host.done(Texts.text("transcript.imported", found.segments().size()));
    }

    private Script adopt(Row row, String deed, Transcript brought) {
        Script script = scripts.bring(row.track().file(), Texts.text(deed), brought);
        lyricLine.lookAgain();
        return script;
    }

    /** What the page of a track without a transcript asks for. */
    private final class PageDeeds implements StartPage.Deeds {
        @Override
        public void byHand(String text) {
            double seconds = shown.track().seconds().orElse(0);
            Transcript lines = Brought.byHand(text, seconds);
            open(shown, adopt(shown, "transcript.did.lines", lines));
            view.focus();
            host.done(Texts.text("transcript.hand.hint"));
        }

        @Override
        public void timed(String lyrics) {
            Row row = shown;
            reading.ask(
                    new FxTask<>(progress -> archive.timed(lyrics))
                            .onResult(found -> take(row, found))
                            .onFailure(failure -> host.problem(failure.getMessage())));
        }

        @Override
        public void bring() {
            host.askTranscript().ifPresent(TranscriptView.this::bring);
        }

        @Override
        public void openText() {
            host.askText().ifPresent(TranscriptView.this::bring);
        }

        @Override
        public void back() {
            look();
        }
    }

    /** What is asked for over a transcript. */
    private final class ScriptDeeds implements ScriptView.ScriptDeeds {
        @Override
        public void undo() {
            TranscriptView.this.undo();
        }

        @Override
        public void redo() {
            TranscriptView.this.redo();
        }

        @Override
        public void export() {
            view.list().commit();
            ScriptFilesSheet.show(
                    shown.track().file(), view.script().now(), actions, host, workers);
        }

        @Override
        public void bring() {
            host.askTranscript().ifPresent(TranscriptView.this::bring);
        }

        @Override
        public void writeToTags() {
            view.list().commit();
            host.writeLyrics(
                    shown, TranscriptFormat.LRC.write(view.script().now(), LineRules.USUAL));
        }

        @Override
        public void anew() {
            showPage(true);
        }
    }

    // ---- look

    private static Node empty() {
        VBox empty =
                Invitation.of(
                        "mdi2t-text-recognition",
                        "transcript.empty.title",
                        "transcript.empty.hint");
        empty.setMinHeight(0);
        empty.setId("transcript.empty");
        return empty;
    }
}
