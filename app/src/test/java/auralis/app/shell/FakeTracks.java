package auralis.app.shell;

import auralis.app.SomeTrack;
import auralis.app.browse.Tracks;
import auralis.dsp.Progress;
import auralis.library.track.LibraryEvent;
import auralis.library.track.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A library in memory; files whose name begins with "broken" fail. */
final class FakeTracks implements Tracks {
    private final Map<Long, Track> tracks = new LinkedHashMap<>();
    private final List<Consumer<LibraryEvent>> listeners = new CopyOnWriteArrayList<>();

    synchronized void put(Track track) {
        tracks.put(track.id(), track);
    }

    @Override
    public synchronized List<Track> all() {
        return List.copyOf(tracks.values());
    }

    @Override
    public void add(List<Path> files, Progress progress) throws InterruptedException {
        progress.total(files.size());
        List<Track> added = new ArrayList<>();
        for (Path file : files) {
            progress.checkpoint();
            added.add(track(tracks.size() + 1L, file));
            put(added.get(added.size() - 1));
            progress.advance(1);
        }
        tell(new LibraryEvent.TracksAdded(added));
        added.forEach(this::analyse);
    }

    private void analyse(Track track) {
        boolean broken = track.title().startsWith("broken");
        Track known =
                SomeTrack.of(
                        track.id(),
                        track.file(),
                        track.title(),
                        track.artist(),
                        track.album(),
                        broken ? Track.State.FAILED : Track.State.ANALYZED,
                        track.seconds(),
                        broken ? OptionalDouble.empty() : OptionalDouble.of(-18.2),
                        broken ? OptionalDouble.empty() : OptionalDouble.of(-3.4),
                        broken
                                ? Optional.of(
                                        track.file().getFileName()
                                                + ": the file ends early at 0:01.")
                                : Optional.empty());
        put(known);
        tell(new LibraryEvent.TracksChanged(List.of(known)));
    }

    @Override
    public synchronized void remove(Collection<Long> ids) {
        tracks.keySet().removeAll(ids);
        tell(new LibraryEvent.TracksRemoved(new HashSet<>(ids)));
    }

    @Override
    public Runnable onEvent(Consumer<LibraryEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    static Track track(long id, Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
        return SomeTrack.of(
                id,
                file,
                name,
                "",
                "",
                Track.State.NEW,
                OptionalDouble.of(20),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    private void tell(LibraryEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }
}
