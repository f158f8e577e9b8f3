package auralis.app.browse;

import auralis.app.fx.Batch;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvent.TracksAdded;
import auralis.library.track.LibraryEvent.TracksChanged;
import auralis.library.track.LibraryEvent.TracksRemoved;
import auralis.library.track.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/**
 * All tracks, and those that the list shows now. Filtering and sorting run on a worker; the answer
 * to an older question is dropped. FX thread only.
 */
public final class Catalogue {
    private static final Duration TYPING = Duration.millis(60);
    private static final Duration EVENTS = Duration.millis(200);

    /**
     * What is in the library.
     *
     * @param loaded false until the library has been read
     * @param waiting tracks that are not measured yet
     */
    public record Census(boolean loaded, int tracks, int waiting, int problems, double seconds) {}

    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final ObservableList<Row> visible = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Census> census =
            new ReadOnlyObjectWrapper<>(new Census(false, 0, 0, 0, 0));
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty problemsOnly = new SimpleBooleanProperty();
    private final PauseTransition afterTyping = new PauseTransition(TYPING);
    private final PauseTransition afterEvents = new PauseTransition(EVENTS);
    private final Batch<Change> changes = new Batch<>(this::apply);
    private final Latest answer;
    private Comparator<Facts> order;

    /** An event, prepared on the thread that told it. */
    private record Change(boolean loaded, List<Facts> upserted, List<Long> removed) {}

    Catalogue(ExecutorService workers) {
        answer = new Latest(workers);
        afterTyping.setOnFinished(event -> ask());
        afterEvents.setOnFinished(event -> ask());
        search.subscribe(afterTyping::playFromStart);
        problemsOnly.subscribe(this::ask);
    }

    /** The result of the search in its order; replaced as a whole. */
    public ObservableList<Row> visible() {
        return visible;
    }

    public ReadOnlyObjectProperty<Census> census() {
        return census.getReadOnlyProperty();
    }

    public StringProperty search() {
        return search;
    }

    /** Whether only tracks with a problem are shown. */
    public BooleanProperty problemsOnly() {
        return problemsOnly;
    }

    /**
     * @param newOrder null for the order of the library
     */
    void setOrder(Comparator<Facts> newOrder) {
        order = newOrder;
        ask();
    }

    Optional<Row> find(Path file) {
        return rows.values().stream().filter(row -> row.track().file().equals(file)).findFirst();
    }

    /** The library's tracks at the start; from a worker. */
    void load(List<Track> tracks) {
        changes.accept(new Change(true, tracks.stream().map(Facts::of).toList(), List.of()));
    }

    /** From the library's thread. */
    void accept(LibraryEvent event) {
        changes.accept(change(event));
    }

    private static Change change(LibraryEvent event) {
        if (event instanceof TracksAdded added) {
            return upsert(added.tracks());
        }
        if (event instanceof TracksChanged changed) {
            return upsert(changed.tracks());
        }
        if (event instanceof TracksRemoved removed) {
            return new Change(false, List.of(), List.copyOf(removed.ids()));
        }
        return new Change(false, List.of(), List.of());
    }

    private static Change upsert(List<Track> tracks) {
        return new Change(false, tracks.stream().map(Facts::of).toList(), List.of());
    }

    private void apply(List<Change> batch) {
        boolean loaded = census.get().loaded();
        for (Change change : batch) {
            change.upserted().forEach(this::upsert);
            change.removed().forEach(rows::remove);
            loaded |= change.loaded();
        }
        count(loaded);
        if (visible.isEmpty()) {
            ask();
        } else {
            afterEvents.play();
        }
    }

    private void upsert(Facts facts) {
        Row row = rows.get(facts.track().id());
        if (row == null) {
            rows.put(facts.track().id(), new Row(facts));
        } else {
            row.show(facts);
        }
    }

    private void count(boolean loaded) {
        int problems = 0;
        int waiting = 0;
        double seconds = 0;
        for (Row row : rows.values()) {
            problems += row.track().problem().isPresent() ? 1 : 0;
            waiting += row.track().state() == Track.State.NEW ? 1 : 0;
            seconds += row.track().seconds().orElse(0);
        }
        if (problems == 0) {
            problemsOnly.set(false);
        }
        census.set(new Census(loaded, rows.size(), waiting, problems, seconds));
    }

    private void ask() {
        Query query = Query.of(search.get(), problemsOnly.get(), order);
        List<Row> all = new ArrayList<>(rows.values());
        answer.ask(new FxTask<>(progress -> query.apply(all)).onResult(this::show));
    }

    private void show(List<Row> found) {
        if (!visible.equals(found)) {
            visible.setAll(found);
        }
    }
}
