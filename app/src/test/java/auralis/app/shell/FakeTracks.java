package auralis.app.shell;

import auralis.app.catalogue.Tracks;
import auralis.dsp.Progress;
import auralis.library.SimilarTrack;
import auralis.library.db.Database;
import auralis.library.media.Tags;
import auralis.library.search.Query;
import auralis.library.track.Album;
import auralis.library.track.Artist;
import auralis.library.track.FileStamp;
import auralis.library.track.Genre;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvents;
import auralis.library.track.Measured;
import auralis.library.track.Presence;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import auralis.library.track.TrackFile;
import auralis.library.track.TrackOrder;
import auralis.library.track.TrackStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A library that looks at no file: it is measured at once, and files whose name begins with
 * "broken" fail. What it knows it keeps in a true database.
 */
final class FakeTracks implements Tracks, Closeable {
    private static final Stream TWENTY_SECONDS =
            new Stream(
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalDouble.of(20));

    private final Database database;
    private final TrackStore store;
    private final LibraryEvents events = new LibraryEvents();
    volatile Optional<String> readOnly = Optional.empty();

    FakeTracks(Path folder) throws IOException {
        database = Database.open(folder.resolve("tracks.db"));
        store = database.tracks();
    }

    /** Adds a track that says all this of itself. */
    void put(Path file, Tags tags) throws IOException {
        tell(new LibraryEvent.TracksAdded(store.add(List.of(file(file, tags)))));
    }

    void tell(LibraryEvent event) {
        events.tell(event);
    }

    void setPresence(long id, Presence presence) throws IOException {
        tell(new LibraryEvent.TracksChanged(store.setPresence(List.of(id), presence)));
    }

    @Override
    public List<Track> all() throws IOException {
        return store.all();
    }

    @Override
    public List<Track> get(Collection<Long> ids) throws IOException {
        return store.get(ids);
    }

    @Override
    public List<Long> search(Query query, TrackOrder order, boolean descending) throws IOException {
        return store.search(query, order, descending);
    }

    @Override
    public List<Album> albums(Query query) throws IOException {
        return store.albums(query);
    }

    @Override
    public List<Artist> artists(Query query) throws IOException {
        return store.artists(query);
    }

    @Override
    public List<Genre> genres(Query query) throws IOException {
        return store.genres(query);
    }

    @Override
    public void add(List<Path> paths, Progress progress) throws IOException, InterruptedException {
        progress.checkpoint();
        List<TrackFile> files = new ArrayList<>();
        paths.forEach(path -> files.add(file(path, Tags.NONE)));
        List<Track> added = store.add(files);
        tell(new LibraryEvent.TracksAdded(added));
        for (Track track : added) {
            analyse(track);
        }
    }

    private void analyse(Track track) throws IOException {
        String name = track.file().getFileName().toString();
        Optional<Track> known =
                name.startsWith("broken")
                        ? store.failed(track.id(), name + ": the file ends early at 0:01.")
                        : store.measured(
                                track.id(),
                                "content of " + name,
                                TWENTY_SECONDS,
                                measured(),
                                Optional.empty());
        tell(new LibraryEvent.TracksChanged(List.of(known.orElseThrow())));
    }

    private static Measured measured() {
        return new Measured(
                OptionalDouble.of(-18.2), OptionalDouble.of(3), OptionalDouble.of(-3.4));
    }

    private static TrackFile file(Path path, Tags tags) {
        return new TrackFile(
                path,
                OptionalLong.empty(),
                new FileStamp(1, 1),
                Optional.of("content of " + path),
                tags,
                TWENTY_SECONDS,
                Optional.empty());
    }

    @Override
    public void remove(Collection<Long> ids) throws IOException {
        store.remove(ids);
        tell(new LibraryEvent.TracksRemoved(Set.copyOf(ids)));
    }

    @Override
    public void restore(Collection<Long> ids) throws IOException {
        tell(new LibraryEvent.TracksAdded(store.restore(ids)));
    }

    @Override
    public List<SimilarTrack> similar(long id, int count) throws IOException {
        return all().stream()
                .filter(track -> track.id() != id)
                .sorted(Comparator.comparing((Track track) -> track.title()).reversed())
                .limit(count)
                .map(track -> new SimilarTrack(track, 0.1, "same tempo as " + id))
                .toList();
    }

    @Override
    public void played(long id) throws IOException {
        store.played(id, Instant.now())
                .ifPresent(track -> tell(new LibraryEvent.TracksChanged(List.of(track))));
    }

    @Override
    public void setFavourite(Collection<Long> ids, boolean favourite) throws IOException {
        tell(new LibraryEvent.TracksChanged(store.setFavourite(ids, favourite)));
    }

    @Override
    public Optional<String> readOnly() {
        return readOnly;
    }

    @Override
    public Runnable onEvent(Consumer<LibraryEvent> listener) {
        return events.listen(listener);
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
