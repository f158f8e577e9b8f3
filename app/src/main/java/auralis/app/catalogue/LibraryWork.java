package auralis.app.catalogue;

import auralis.app.fx.Activity;
import auralis.app.fx.FxTask;
import auralis.app.fx.Throttle;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.dsp.Progress;
import auralis.library.track.Activity.Kind;
import auralis.library.track.Activity.State;
import auralis.library.track.LibraryEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What the library does in the background, in words: reading what the user gave it, looking at its
 * folders, measuring. FX thread only, but for {@link #accept}.
 */
public final class LibraryWork {
    private final Tracks tracks;
    private final Optional<Analysis> analysis;
    private final ExecutorService workers;
    private final Consumer<String> onProblem;
    private final Map<FxTask<?>, String> additions = new LinkedHashMap<>(); // names of what is read
    private final ReadOnlyObjectWrapper<Activity> shown = new ReadOnlyObjectWrapper<>();
    private final Throttle<auralis.library.track.Activity> scans = new Throttle<>(this::scanned);
    private final Throttle<auralis.library.track.Activity> measures =
            new Throttle<>(this::measured);
    private auralis.library.track.Activity scan; // null while there is none, as below
    private auralis.library.track.Activity measuring;

    /**
     * @param analysis how measuring is held, where it can be
     */
    public LibraryWork(
            Tracks tracks,
            Optional<Analysis> analysis,
            ExecutorService workers,
            Consumer<String> onProblem) {
        this.tracks = tracks;
        this.analysis = analysis;
        this.workers = workers;
        this.onProblem = onProblem;
    }

    /** What goes on, or null; reading before measuring. */
    public ReadOnlyObjectProperty<Activity> shown() {
        return shown.getReadOnlyProperty();
    }

    /** From the library's thread. */
    public void accept(LibraryEvent event) {
        if (event instanceof LibraryEvent.ActivityChanged changed) {
            boolean scanning = changed.activity().kind() == Kind.SCAN;
            (scanning ? scans : measures).accept(changed.activity());
        }
    }

    /** Adds files and folders; what they hold appears while they are read. */
    public void add(List<Path> filesAndFolders, Runnable onDone) {
        String name =
                filesAndFolders.size() == 1
                        ? filesAndFolders.get(0).getFileName().toString()
                        : Texts.text("task.add.many", filesAndFolders.size());
        start(name, progress -> tracks.add(filesAndFolders, progress), onDone);
    }

    /** What was in one folder is in another now. */
    public void relocate(Folders folders, Path from, Path to) {
        String name = to.getFileName().toString();
        start(name, progress -> folders.relocate(from, to, progress), () -> {});
    }

    /** Work of the library that is told by its name. */
    private interface Reading {
        void run(Progress progress) throws IOException, InterruptedException;
    }

    private void start(String name, Reading reading, Runnable onDone) {
        FxTask<Void> task =
                new FxTask<>(
                        progress -> {
                            reading.run(progress);
                            return null;
                        });
        additions.put(task, name);
        tell();
        task.onResult(
                        done -> {
                            ended(task);
                            onDone.run();
                        })
                .onFailure(
                        failure -> {
                            ended(task);
                            onProblem.accept(failure.getMessage());
                        })
                .start(workers);
    }

    public void close() {
        additions.keySet().forEach(FxTask::cancel);
    }

    private void ended(FxTask<?> task) {
        additions.remove(task);
        tell();
    }

    private void scanned(auralis.library.track.Activity now) {
        scan = now.state() == State.ENDED ? null : now;
        tell();
    }

    private void measured(auralis.library.track.Activity now) {
        measuring = now.state() == State.ENDED ? null : now;
        tell();
    }

    private void tell() {
        if (!additions.isEmpty()) {
            shown.set(adding());
        } else if (scan != null) {
            shown.set(new Activity(found("task.scan.all", ""), fraction(scan), Optional.empty()));
        } else {
            shown.set(measuring == null ? null : measuring());
        }
    }

    private Activity adding() {
        Map.Entry<FxTask<?>, String> first = additions.entrySet().iterator().next();
        String text =
                scan == null
                        ? Texts.text("task.add", first.getValue())
                        : found("task.scan", first.getValue());
        Runnable stop =
                () -> {
                    first.getKey().cancel();
                    ended(first.getKey());
                };
        return new Activity(text, scan == null ? -1 : fraction(scan), Optional.of(stop));
    }

    private String found(String key, String name) {
        String found = Texts.text(key, name, scan.total());
        return scan.problems() == 0
                ? found
                : Texts.text("task.scan.problems", found, scan.problems());
    }

    private Activity measuring() {
        boolean paused = measuring.state() == State.PAUSED;
        long left = measuring.total() - measuring.done();
        String text =
                paused
                        ? Texts.text("task.measure.paused", left)
                        : measuring
                                .remaining()
                                .map(time -> Numbers.length(time.toSeconds()))
                                .map(time -> Texts.text("task.measure.left", left, time))
                                .orElseGet(() -> Texts.text("task.measure", left));
        return new Activity(
                text,
                fraction(measuring),
                Optional.empty(),
                analysis.map(control -> new Activity.Pause(paused, () -> toggle(control, paused))));
    }

    private static void toggle(Analysis control, boolean paused) {
        if (paused) {
            control.resume();
        } else {
            control.pause();
        }
    }

    private static double fraction(auralis.library.track.Activity work) {
        return work.total() <= 0 ? -1 : Math.min(1, (double) work.done() / work.total());
    }
}
