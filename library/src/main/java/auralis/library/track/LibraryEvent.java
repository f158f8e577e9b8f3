package auralis.library.track;

import java.util.List;
import java.util.Set;

/** What happened to the library; told on a background thread, after it was stored. */
public sealed interface LibraryEvent {
    record TracksAdded(List<Track> tracks) implements LibraryEvent {}

    record TracksChanged(List<Track> tracks) implements LibraryEvent {}

    record TracksRemoved(Set<Long> ids) implements LibraryEvent {}

    /** A playlist was made, changed, renamed, moved or removed. */
    record PlaylistsChanged() implements LibraryEvent {}

    /** Folders were added or removed, or could be reached or not; or problems of scans changed. */
    record FoldersChanged() implements LibraryEvent {}

    /** Work in the background began, went on or ended. */
    record ActivityChanged(Activity activity) implements LibraryEvent {}
}
