package auralis.library;

import java.util.List;
import java.util.Set;

/** What happened to the library; told on a background thread, after it was stored. */
public sealed interface LibraryEvent {
    record TracksAdded(List<Track> tracks) implements LibraryEvent {}

    record TracksChanged(List<Track> tracks) implements LibraryEvent {}

    record TracksRemoved(Set<Long> ids) implements LibraryEvent {}
}
