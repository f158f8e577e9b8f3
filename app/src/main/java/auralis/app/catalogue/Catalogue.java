package auralis.app.catalogue;

import auralis.app.fx.Batch;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.fx.Throttle;
import auralis.library.search.Query;
import auralis.library.search.QueryException;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvent.PlaylistsChanged;
import auralis.library.track.LibraryEvent.TracksAdded;
import auralis.library.track.LibraryEvent.TracksChanged;
import auralis.library.track.LibraryEvent.TracksRemoved;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/**
 * All tracks, and those that the list shows now. The library searches and sorts, on a worker; the
 * answer to an older question is dropped, and the answer before stays until the new one is there.
 * FX thread only.
 */
public final class Catalogue {
    private static final Duration TYPING = Duration.millis(30);
    private static final Duration EVENTS = Duration.millis(250);

    /** While the library is being read, the first tracks of an answer are fetched by themselves. */
    private static final int FIRST = 200;

    /**
     * What is in the library.
     *
     * @param loaded false until the library has been read
     * @param away tracks whose files cannot be reached, missing ones included
     */
    public record Census(
            boolean loaded,
            int tracks,
            int favourites,
            int away,
            int missing,
            int problems,
            double seconds) {}

    private final Tracks tracks;
    private final Consumer<String> onProblem;
    private final Map<Long, Row> rows = new ConcurrentHashMap<>(); // workers read
    private final Map<Long, Row> removed = new HashMap<>(); // each may come back
    private final Set<Long> removedEarly = new HashSet<>(); // before the library was read
    private final Tally tally = new Tally();
    private final ObservableList<Row> visible = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Census> census = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Question> answered = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<QueryException> fault = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Query> typed = new ReadOnlyObjectWrapper<>(Query.ALL);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.TRACKS);
    private final ObjectProperty<Sorting> sorting = new SimpleObjectProperty<>(Sorting.NONE);
    private final PauseTransition afterTyping = new PauseTransition(TYPING);
    private final PauseTransition afterEvents = new PauseTransition(EVENTS);
    private final Throttle<LibraryEvent> lists = new Throttle<>(event -> ask());
    private final Batch<Change> changes = new Batch<>(this::apply);
    private final Latest answer;
    private Function<Boolean, Runnable> keeper = same -> () -> {};
    private boolean loaded;
    private boolean running; // a question, as below
    private boolean stale; // the library has changed meanwhile
    private int held;

    /** What is to be taken over; from any thread. */
    private record Change(boolean load, List<Track> upserted, Collection<Long> removed) {}

    public Catalogue(Tracks tracks, ExecutorService workers, Consumer<String> onProblem) {
        this.tracks = tracks;
        this.onProblem = onProblem;
        answer = new Latest(workers);
        census.set(tally.census(false));
        afterTyping.setOnFinished(event -> read());
        afterEvents.setOnFinished(event -> refresh());
        search.addListener((observed, before, now) -> afterTyping.playFromStart());
        typed.addListener((observed, before, now) -> ask());
        place.addListener((observed, before, now) -> ask());
        sorting.addListener((observed, before, now) -> ask());
    }

    /** The result of the search in its order; replaced as a whole. */
    public ObservableList<Row> visible() {
        return visible;
    }

    public ReadOnlyObjectProperty<Census> census() {
        return census.getReadOnlyProperty();
    }

    /** As it is typed. */
    public StringProperty search() {
        return search;
    }

    public ObjectProperty<Place> place() {
        return place;
    }

    /** Goes to a place with nothing typed. */
    public void go(Place there) {
        search.set("");
        afterTyping.stop();
        read();
        place.set(there);
    }

    public ObjectProperty<Sorting> sorting() {
        return sorting;
    }

    /** The last search that could be understood. */
    public ReadOnlyObjectProperty<Query> typed() {
        return typed.getReadOnlyProperty();
    }

    /** Why the search cannot be understood, else null. */
    public ReadOnlyObjectProperty<QueryException> fault() {
        return fault.getReadOnlyProperty();
    }

    /** What is shown; null before the first answer. */
    public ReadOnlyObjectProperty<Question> answered() {
        return answered.getReadOnlyProperty();
    }

    /**
     * @param keeping called before the list is replaced, with whether it answers the same question
     *     anew; what it answers is called after
     */
    public void onReplace(Function<Boolean, Runnable> keeping) {
        keeper = keeping;
    }

    public Optional<Row> find(Path file) {
        return rows.values().stream().filter(row -> row.track().file().equals(file)).findFirst();
    }

    public Optional<Row> find(long id) {
        return Optional.ofNullable(rows.get(id));
    }

    /**
     * Those of the tracks that can be shown, with a row of its own wherever one of them stands;
     * from any thread.
     */
    List<Row> rows(Collection<Long> ids) {
        Map<Long, Integer> times = new HashMap<>();
        List<Row> shown = new ArrayList<>(ids.size());
        for (Long id : ids) {
            Row row = rows.get(id);
            if (row != null) {
                shown.add(row.again(times.merge(id, 1, Integer::sum) - 1));
            }
        }
        return shown;
    }

    /** Whether the list shows all tracks of its place in the order that they have there. */
    public boolean isInOwnOrder() {
        Question question = question();
        return question.isOrdered() && question.equals(answered.get());
    }

    /**
     * Shows already what the library is being told; until {@link #release} it is not asked. Each
     * call needs one of that.
     */
    public void show(List<Row> ahead) {
        held++;
        answer.cancel();
        running = false;
        visible.setAll(ahead);
    }

    public void release() {
        held--;
        ask();
    }

    /** Reads the library: first what is seen first, and only then the rest. */
    public void load() {
        read();
        FxTask<?> first = first(question()).onFailure(failure -> readAll());
        answer.ask(first);
    }

    private void readAll() {
        answer.ask(
                new FxTask<>(progress -> tracks.all())
                        .onResult(all -> apply(List.of(new Change(true, all, List.of()))))
                        .onFailure(failure -> onProblem.accept(failure.getMessage())));
    }

    /** From the library's thread. */
    public void accept(LibraryEvent event) {
        if (event instanceof TracksAdded added) {
            changes.accept(new Change(false, added.tracks(), List.of()));
        } else if (event instanceof TracksChanged changed) {
            changes.accept(new Change(false, changed.tracks(), List.of()));
        } else if (event instanceof PlaylistsChanged) {
            lists.accept(event);
        } else if (event instanceof TracksRemoved removed) {
            changes.accept(new Change(false, List.of(), removed.ids()));
        }
    }

    public void close() {
        afterTyping.stop();
        afterEvents.stop();
        answer.cancel();
    }

    private void apply(List<Change> batch) {
        for (Change change : batch) {
            if (change.load()) {
                loaded = true;
                change.upserted().forEach(this::insert);
                removedEarly.clear();
            } else {
                change.upserted().forEach(this::upsert);
                change.removed().forEach(this::remove);
            }
        }
        census.set(tally.census(loaded));
        if (!loaded) {
            return;
        }
        if (batch.get(0).load()) {
            ask();
        } else if (visible.isEmpty()) {
            refresh();
        } else if (afterEvents.getStatus() != PauseTransition.Status.RUNNING) {
            afterEvents.playFromStart();
        }
    }

    /** What was told of a track while the library was read is newer than what was read. */
    private void insert(Track track) {
        if (!rows.containsKey(track.id()) && !removedEarly.contains(track.id())) {
            rows.put(track.id(), new Row(track));
            tally.add(track);
        }
    }

    private void upsert(Track track) {
        Row row = rows.get(track.id());
        if (row != null) {
            tally.remove(row.track());
            row.show(track);
        } else {
            rows.put(track.id(), returned(track));
        }
        tally.add(track);
        removedEarly.remove(track.id());
    }

    private Row returned(Track track) {
        Row row = removed.remove(track.id());
        if (row == null) {
            return new Row(track);
        }
        row.setRemoved(false);
        row.show(track);
        return row;
    }

    private void remove(long id) {
        Row row = rows.remove(id);
        if (row != null) {
            tally.remove(row.track());
            removed.put(id, row);
            row.setRemoved(true);
        }
        if (!loaded) {
            removedEarly.add(id);
        }
    }

    /** Understands what was typed; where that is not possible, the result before stays. */
    private void read() {
        try {
            Query query = Query.parse(search.get());
            fault.set(null);
            typed.set(query);
        } catch (QueryException e) {
            fault.set(e);
        }
    }

    /** After events: a question that runs is not withdrawn, or a busy library never answered. */
    private void refresh() {
        if (running) {
            stale = true;
        } else {
            ask();
        }
    }

    private void ask() {
        Question question = question();
        if (loaded && held == 0 && question.place().view() == Place.View.TRACKS) {
            running = true;
            stale = false;
            answer.ask(
                    new FxTask<>(progress -> found(question))
                            .onResult(found -> answered(question, found))
                            .onFailure(
                                    failure -> {
                                        running = false;
                                        onProblem.accept(failure.getMessage());
                                    }));
        }
    }

    private void answered(Question question, List<Row> found) {
        running = false;
        show(question, found);
        if (stale) {
            stale = false;
            afterEvents.playFromStart();
        }
    }

    private Question question() {
        return new Question(place.get(), typed.get(), sorting.get());
    }

    /** On a worker. */
    private List<Row> found(Question question) throws IOException {
        return rows(ids(question)).stream().filter(row -> question.holds(row.track())).toList();
    }

    private FxTask<?> first(Question question) {
        return new FxTask<>(progress -> tracks.get(ids(question).stream().limit(FIRST).toList()))
                .onResult(
                        first -> {
                            first.forEach(this::insert);
                            show(question, rows(first.stream().map(Track::id).toList()));
                            readAll();
                        });
    }

    /** On a worker. */
    private List<Long> ids(Question question) throws IOException {
        Optional<Place.Members> members = question.place().members();
        if (members.isEmpty()) {
            return search(question);
        }
        List<Long> all = members.get().ids();
        return question.isOrdered() ? all : question.among(all, search(question));
    }

    private List<Long> search(Question question) throws IOException {
        boolean descending = question.sorting().descending();
        return tracks.search(question.query(), question.order(), descending);
    }

    private void show(Question question, List<Row> found) {
        boolean same = question.equals(answered.get());
        if (!visible.equals(found)) {
            Runnable after = keeper.apply(same);
            visible.setAll(found);
            after.run();
        }
        answered.set(question);
    }
}
