package auralis.library;

import auralis.library.backup.Backup;
import auralis.library.backup.Backups;
import auralis.library.backup.UserExport;
import auralis.library.backup.UserImport;
import auralis.library.track.LibraryCheck;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvents;
import auralis.library.track.Storage;
import auralis.library.track.TrackStore;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;

/**
 * What keeps the library sound, and what the user entered safe: checks, backups, and files with all
 * that was entered. Any thread but the window's.
 */
public final class Upkeep {
    private static final Logger LOG = System.getLogger(Upkeep.class.getName());

    private final Storage storage;
    private final Backups backups;
    private final TrackStore tracks;
    private final LibraryEvents events;
    private volatile boolean backupPostponed;

    Upkeep(Storage storage, Backups backups, TrackStore tracks, LibraryEvents events) {
        this.storage = storage;
        this.backups = backups;
        this.tracks = tracks;
        this.events = events;
    }

    /** Looks whether all is sound; takes a few seconds. */
    public LibraryCheck check() throws IOException {
        return storage.check();
    }

    /** Makes again what can be made again, and drops what nothing refers to. */
    public void repair() throws IOException {
        storage.repair();
    }

    /** Makes a copy of the database now. */
    public Backup backUp() throws IOException {
        return backups.create(storage);
    }

    /** Writes everything that the user entered to a file. */
    public UserExport.Summary exportEntered(Path file) throws IOException {
        return new UserExport(storage).write(file);
    }

    /** Takes in what {@link #exportEntered} wrote, of this library or another. */
    public UserImport.Summary importEntered(Path file) throws IOException {
        UserImport.Summary summary = new UserImport(storage).read(file);
        events.tell(new LibraryEvent.TracksRemoved(summary.removed()));
        events.tell(new LibraryEvent.TracksChanged(tracks.get(summary.changed())));
        events.tell(new LibraryEvent.PlaylistsChanged());
        events.tell(new LibraryEvent.FoldersChanged());
        return summary;
    }

    /** Closing makes no backup, as somebody waits for it; the next time does. */
    public void postponeBackup() {
        backupPostponed = true;
    }

    /** The library is closed. */
    void close() {
        if (backupPostponed || storage.readOnly().isPresent()) {
            return;
        }
        try {
            backups.createIfDue(storage);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "no backup was made: " + e.getMessage());
        }
    }
}
