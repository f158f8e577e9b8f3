package auralis.app.tag;

import auralis.app.action.Actions;
import auralis.app.action.History;
import auralis.app.action.History.Change;
import auralis.app.action.History.Edit;
import auralis.app.fx.Activity;
import auralis.app.fx.Fx;
import auralis.app.fx.FxTask;
import auralis.app.text.Texts;
import auralis.dsp.Progress;
import auralis.library.Library;
import auralis.library.Retagging;
import auralis.library.tag.TagEdit;
import auralis.library.track.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.StackPane;

/** From the wish to edit tags to their files: reads, asks, writes, tells. FX thread only. */
public final class TagEditor {
    private final Library library;
    private final History history;
    private final Host host;
    private final StackPane window;
    private final Actions actions;
    private final ExecutorService workers;
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();
    private FxTask<?> reading; // null while nothing is read

    /**
     * @param window the root over which the form lies
     */
    public TagEditor(
            Library library,
            History history,
            Host host,
            StackPane window,
            Actions actions,
            ExecutorService workers) {
        this.library = library;
        this.history = history;
        this.host = host;
        this.window = window;
        this.actions = actions;
        this.workers = workers;
    }

    /** Reading the tags of many files, or null. */
    public ReadOnlyObjectProperty<Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    /** Opens the form as soon as the files are read. */
    public void edit(List<Track> tracks) {
        stop();
        List<Track> wanted = tracks.stream().distinct().toList();
        String text = Texts.text("task.tags.read", wanted.size());
        reading =
                new FxTask<>(progress -> read(wanted, progress))
                        .onProgress(
                                state ->
                                        activity.set(
                                                new Activity(
                                                        text,
                                                        state.fraction(),
                                                        Optional.of(this::stop))))
                        .onResult(this::show)
                        .onFailure(
                                failure -> {
                                    stop();
                                    host.problem(failure.getMessage());
                                })
                        .start(workers);
    }

    public void close() {
        stop();
    }

    private void stop() {
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
        activity.set(null);
    }

    /**
     * @param refusal why the library cannot be changed
     */
    private record Read(TaggedTracks tracks, Optional<String> refusal) {}

    private Read read(List<Track> tracks, Progress progress) throws InterruptedException {
        return new Read(TaggedTracks.read(tracks, progress), library.readOnly());
    }

    private void show(Read read) {
        reading = null;
        activity.set(null);
        TaggedTracks tracks = read.tracks();
        new TagForm(
                        tracks,
                        read.refusal(),
                        actions,
                        host,
                        workers,
                        draft -> apply(draft.edits(tracks)))
                .show(window);
    }

    private void apply(Map<Long, TagEdit> edits) {
        int files = edits.size();
        AtomicReference<Retagging> came = new AtomicReference<>();
        history.perform(
                new Edit(Texts.text("edit.tags", files), change(edits, came))
                        .slowly()
                        .told(() -> words(came.get(), files)));
    }

    private String words(Retagging came, int files) {
        int done = came.undo().size();
        return came.stopped()
                ? Texts.text("toast.tags.stopped", done, files)
                : Texts.text("toast.tags", done);
    }

    /**
     * @param came where its outcome goes
     */
    private Change change(Map<Long, TagEdit> edits, AtomicReference<Retagging> came) {
        return progress -> {
            Retagging retagging = library.retag(edits, progress);
            came.set(retagging);
            Fx.later(() -> tell(retagging));
            return retagging.undo().isEmpty() ? Change.NOTHING : change(retagging.undo(), came);
        };
    }

    private void tell(Retagging retagging) {
        List<String> failures =
                retagging.failed().stream().map(problem -> problem.reason()).toList();
        if (!failures.isEmpty()) {
            host.failed(Texts.text("tags.failed", failures.size()), failures);
        }
    }
}
