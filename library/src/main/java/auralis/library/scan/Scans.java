package auralis.library.scan;

import auralis.dsp.Progress;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvents;
import auralis.library.track.Storage;
import auralis.library.track.Track;
import auralis.library.track.TrackFile;
import auralis.library.track.TrackStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Brings files into the library and keeps it true to the disk. */
public final class Scans {
    private final TrackStore tracks;
    private final LibraryEvents events;

    public Scans(Storage storage, LibraryEvents events) throws IOException {
        this.tracks = storage.tracks();
        this.events = events;
    }

    /**
     * Adds files, and all files of sound inside folders; those it knows already stay as they are.
     */
    public List<Track> add(List<Path> filesAndFolders, Progress progress)
            throws IOException, InterruptedException {
        List<TrackFile> found =
                FileWalk.find(filesAndFolders, progress).stream()
                        .map(file -> FileLook.at(file, OptionalLong.empty()))
                        .toList();
        List<Track> added = tracks.add(found);
        if (!added.isEmpty()) {
            events.tell(new LibraryEvent.TracksAdded(added));
        }
        return added;
    }
}
