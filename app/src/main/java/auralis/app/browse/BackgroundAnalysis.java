package auralis.app.browse;

import auralis.app.fx.Activity;
import auralis.app.fx.FxTask;
import auralis.app.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Measures the tracks that nobody has measured yet, one after the other, the wanted one first. What
 * it finds comes back through the library's events. FX thread only.
 */
final class BackgroundAnalysis {
    private final Tracks tracks;
    private final Catalogue catalogue;
    private final ExecutorService workers;
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();
    private final Set<Long> tried = new HashSet<>();
    private Row wanted;
    private Row current;
    private FxTask<?> task;
    private boolean stopped;
    private int left;

    BackgroundAnalysis(Tracks tracks, Catalogue catalogue, ExecutorService workers) {
        this.tracks = tracks;
        this.catalogue = catalogue;
        this.workers = workers;
        catalogue.census().subscribe(census -> next());
    }

    /** What is being measured, or null. */
    ReadOnlyObjectProperty<Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    /** Measures this one next. */
    void prefer(Row row) {
        wanted = row;
    }

    /** Goes on after {@link #stop}: new music is there. */
    void resume() {
        stopped = false;
        next();
    }

    void stop() {
        stopped = true;
        if (task != null) {
            task.cancel();
            tried.remove(current.track().id());
            finished();
        }
    }

    private void next() {
        if (current != null) {
            return;
        }
        if (stopped) {
            activity.set(null);
            return;
        }
        List<Row> waiting =
                catalogue.waiting().stream()
                        .filter(row -> !tried.contains(row.track().id()))
                        .toList();
        left = waiting.size();
        if (waiting.isEmpty()) {
            activity.set(null);
            return;
        }
        analyse(waiting.contains(wanted) ? wanted : waiting.get(0));
    }

    private void analyse(Row row) {
        current = row;
        tried.add(row.track().id());
        row.setAnalysing(true);
        tell(-1);
        task =
                new FxTask<Void>(
                                progress -> {
                                    tracks.analyse(row.track(), progress);
                                    return null;
                                })
                        .onProgress(state -> tell(state.fraction()))
                        .onResult(done -> finished())
                        .onFailure(failure -> finished())
                        .start(workers);
    }

    private void finished() {
        Row row = current;
        current = null;
        task = null;
        row.setAnalysing(false);
        next();
    }

    private void tell(double fraction) {
        String text =
                left == 1
                        ? Texts.text("task.analyse.one", current.track().title())
                        : Texts.text("task.analyse.many", current.track().title(), left);
        activity.set(new Activity(text, fraction, this::stop));
    }
}
