package auralis.app.playlist;

import auralis.app.action.History;
import auralis.app.action.History.Change;
import auralis.app.action.History.Edit;
import auralis.app.catalogue.Catalogue;
import auralis.app.catalogue.Place;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.fx.Throttle;
import auralis.app.text.Texts;
import auralis.library.Playlists;
import auralis.library.Playlists.Undo;
import auralis.library.track.LibraryEvent;
import auralis.library.track.Playlist;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/**
 * The user's playlists as the window knows them, and everything that can be done to them; each of
 * it can be taken back. FX thread only.
 */
public final class PlaylistShelf {
    private static final Duration SETTLE = Duration.seconds(1);

    private final Playlists playlists;
    private final History history;
    private final Catalogue catalogue;
    private final ExecutorService workers;
    private final Consumer<String> onProblem;
    private final Latest reading;
    private final Latest counting;
    private final PauseTransition settle = new PauseTransition(SETTLE);
    private final Throttle<LibraryEvent> changes = new Throttle<>(event -> load());
    private final ReadOnlyObjectWrapper<List<Playlist>> all =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Playlist> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<Long, Integer>> found =
            new ReadOnlyObjectWrapper<>(Map.of());
    private String restored = ""; // the place to go back to, until all is read
    private Playlist awaited; // null while none is being made
    private Consumer<Playlist> onOpened = playlist -> {};
    private Consumer<Playlist> onCreated = playlist -> {};

    public PlaylistShelf(
            Playlists playlists,
            History history,
            Catalogue catalogue,
            ExecutorService workers,
            Consumer<String> onProblem) {
        this.playlists = playlists;
        this.history = history;
        this.catalogue = catalogue;
        this.workers = workers;
        this.onProblem = onProblem;
        reading = new Latest(workers);
        counting = new Latest(workers);
        settle.setOnFinished(event -> count());
        catalogue.census().addListener((observed, before, now) -> settle.playFromStart());
        catalogue.place().addListener((observed, before, now) -> look());
    }

    /** All, in the order of the user. */
    ReadOnlyObjectProperty<List<Playlist>> all() {
        return all.getReadOnlyProperty();
    }

    /** How many tracks the smart ones find, by id. */
    ReadOnlyObjectProperty<Map<Long, Integer>> found() {
        return found.getReadOnlyProperty();
    }

    /** The one whose tracks the list shows, or null. */
    public ReadOnlyObjectProperty<Playlist> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Those that the user fills. */
    List<Playlist> filled() {
        return all.get().stream().filter(playlist -> playlist.search().isEmpty()).toList();
    }

    /** From the library's thread. */
    public void accept(LibraryEvent event) {
        if (event instanceof LibraryEvent.PlaylistsChanged) {
            changes.accept(event);
        }
    }

    public void close() {
        settle.stop();
        reading.cancel();
        counting.cancel();
    }

    /** Goes back to a place, where it is a playlist that is still there. */
    public void restore(String place) {
        restored = place;
    }

    /** Told of a new playlist, so that it can be given its name. */
    void onCreated(Consumer<Playlist> action) {
        onCreated = action;
    }

    void open(Playlist playlist) {
        catalogue.search().set("");
        catalogue.place().set(Places.of(playlist, playlists));
    }

    boolean isTaken(String name, Playlist except) {
        return all.get().stream()
                .filter(playlist -> playlist.id() != except.id())
                .anyMatch(playlist -> playlist.name().equalsIgnoreCase(name.strip()));
    }

    /** Makes a playlist, opens it and has it named. */
    public void create(List<Long> tracks) {
        create(Texts.text("playlist.new"), Optional.empty(), tracks);
    }

    /** Keeps what is searched for as a smart playlist. */
    public void keepSearch() {
        String search = catalogue.search().get().strip();
        create(search, Optional.of(search), List.of());
    }

    private void create(String wanted, Optional<String> search, List<Long> tracks) {
        String name = free(wanted);
        AtomicReference<Playlist> made = new AtomicReference<>();
        Change creating =
                progress -> {
                    Playlist created =
                            search.isPresent()
                                    ? playlists.createSmart(name, search.get())
                                    : playlists.create(name);
                    if (!tracks.isEmpty()) {
                        playlists.append(created, tracks);
                    }
                    made.set(created);
                    return removing(created);
                };
        history.perform(
                new Edit(Texts.text("edit.playlist.create", name), creating)
                        .then(() -> openNew(made.get(), onCreated)));
    }

    /** Opens a playlist that was made just now. */
    void openNew(Playlist made) {
        openNew(made, opened -> {});
    }

    private void openNew(Playlist made, Consumer<Playlist> then) {
        awaited = made;
        onOpened = then;
        load();
    }

    private void welcome() {
        Playlist made = awaited;
        if (made != null && all.get().stream().anyMatch(known -> known.id() == made.id())) {
            awaited = null;
            open(made);
            onOpened.accept(made);
        }
    }

    private String free(String name) {
        Playlist none = new Playlist(0, "", Optional.empty(), 0);
        String free = name;
        for (int number = 2; isTaken(free, none); number++) {
            free = name + " " + number;
        }
        return free;
    }

    void rename(Playlist playlist, String name) {
        perform("edit.playlist.rename", playlist, () -> playlists.rename(playlist, name));
    }

    void setSearch(Playlist playlist, String search) {
        perform("edit.playlist.search", playlist, () -> playlists.setSearch(playlist, search));
    }

    public void remove(Playlist playlist) {
        history.perform(
                new Edit(Texts.text("edit.playlist.delete", playlist.name()), removing(playlist))
                        .told(Texts.text("toast.playlist.deleted", playlist.name())));
    }

    Change removing(Playlist playlist) {
        return change(() -> playlists.remove(playlist));
    }

    void arrange(Playlist moved, List<Long> ids) {
        perform("edit.playlist.arrange", moved, () -> playlists.arrange(ids));
    }

    void append(Playlist playlist, List<Long> tracks) {
        int count = tracks.size();
        history.perform(
                new Edit(
                                Texts.text("edit.playlist.append", count, playlist.name()),
                                change(() -> playlists.append(playlist, tracks)))
                        .told(Texts.text("toast.playlist.appended", count, playlist.name())));
    }

    /**
     * @param tracks asked on a worker
     * @param after called when the library knows
     */
    void reorder(Playlist playlist, Supplier<List<Long>> tracks, Runnable after) {
        history.perform(
                new Edit(
                                Texts.text("edit.playlist.reorder", playlist.name()),
                                change(() -> playlists.setTracks(playlist, tracks.get())))
                        .then(after));
    }

    /**
     * Takes tracks out of a playlist; they stay in the library.
     *
     * @param removed of a track by its id, which of the places where it stands, counted from 0
     */
    void take(Playlist playlist, Map<Long, Set<Integer>> removed, Runnable after) {
        int count = removed.values().stream().mapToInt(Set::size).sum();
        history.perform(
                new Edit(
                                Texts.text("edit.playlist.take", count, playlist.name()),
                                change(
                                        () ->
                                                playlists.setTracks(
                                                        playlist, without(playlist, removed))))
                        .told(Texts.text("toast.playlist.taken", count, playlist.name()))
                        .then(after));
    }

    private List<Long> without(Playlist playlist, Map<Long, Set<Integer>> removed)
            throws IOException {
        Map<Long, Integer> times = new HashMap<>();
        List<Long> left = new ArrayList<>();
        for (Long id : playlists.tracks(playlist)) {
            int time = times.merge(id, 1, Integer::sum) - 1;
            if (!removed.getOrDefault(id, Set.of()).contains(time)) {
                left.add(id);
            }
        }
        return left;
    }

    Playlists playlists() {
        return playlists;
    }

    /** Something that the library does and knows how to undo. */
    private interface Doing {
        Undo run() throws IOException;
    }

    private void perform(String key, Playlist playlist, Doing doing) {
        history.perform(new Edit(Texts.text(key, playlist.name()), change(doing)));
    }

    private static Change change(Doing doing) {
        return progress -> {
            Undo undo = doing.run();
            return back -> {
                undo.run();
                return change(doing);
            };
        };
    }

    public void load() {
        reading.ask(
                new FxTask<>(progress -> playlists.all())
                        .onResult(
                                now -> {
                                    all.set(now);
                                    comeBack();
                                    look();
                                    count();
                                    welcome();
                                })
                        .onFailure(failure -> onProblem.accept(failure.getMessage())));
    }

    private void comeBack() {
        all.get().stream()
                .map(playlist -> Places.of(playlist, playlists))
                .filter(place -> place.id().equals(restored))
                .findFirst()
                .ifPresent(catalogue.place()::set);
        restored = "";
    }

    private void count() {
        List<Playlist> smart =
                all.get().stream().filter(playlist -> playlist.search().isPresent()).toList();
        counting.ask(
                new FxTask<>(progress -> count(smart))
                        .onResult(found::set)
                        .onFailure(failure -> onProblem.accept(failure.getMessage())));
    }

    private Map<Long, Integer> count(Collection<Playlist> smart) throws IOException {
        Map<Long, Integer> counts = new HashMap<>();
        for (Playlist playlist : smart) {
            counts.put(playlist.id(), playlists.tracks(playlist).size());
        }
        return counts;
    }

    /** Where a playlist was deleted that is shown, or has another search now, something else is. */
    private void look() {
        Place place = catalogue.place().get();
        Optional<Playlist> there =
                all.get().stream().filter(playlist -> Places.shows(place, playlist)).findFirst();
        shown.set(there.orElse(null));
        if (there.isPresent()) {
            catalogue.place().set(Places.of(there.get(), playlists));
        } else if (Places.isPlaylist(place)) {
            catalogue.place().set(Place.TRACKS);
        }
    }
}
