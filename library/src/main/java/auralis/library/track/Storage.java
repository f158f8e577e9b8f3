package auralis.library.track;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the library is kept: the port that the database fills. Reads from any thread; writes wait
 * until they are stored.
 */
public interface Storage extends Closeable {
    TrackStore tracks() throws IOException;

    RootStore roots() throws IOException;

    PlaylistStore playlists() throws IOException;

    QueueStore queue() throws IOException;

    JobStore jobs() throws IOException;

    VersionStore versions() throws IOException;

    AnalysisStore analyses() throws IOException;

    /** Mastering plans by content, settings and engine version. */
    ResultStore plans() throws IOException;

    /** What the user set and where the session stood. */
    ResultStore settings() throws IOException;

    /** Why nothing can be written, as a sentence; empty when it can. */
    Optional<String> readOnly();

    /** What the user entered, to be written out and taken in again. */
    EnteredStore entered();

    /** Looks whether all is sound; reads everything and takes its time. */
    LibraryCheck check() throws IOException;

    /** Makes again what can be made again, and drops what nothing refers to. */
    void repair() throws IOException;

    /** When something was stored last, by this or another process. */
    Instant changed() throws IOException;

    /** Writes a complete copy, while others read and write. */
    void copyTo(Path file) throws IOException;
}
