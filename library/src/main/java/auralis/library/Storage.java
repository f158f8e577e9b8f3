package auralis.library;

import java.io.Closeable;
import java.io.IOException;

/**
 * Where the library is kept: the port that the database fills. Reads from any thread; writes wait
 * until they are stored.
 */
public interface Storage extends Closeable {
    TrackStore tracks() throws IOException;

    /** Analyses of tracks by content and version. */
    ResultStore analyses() throws IOException;

    /** Mastering plans by content, settings and engine version. */
    ResultStore plans() throws IOException;

    /** What the user set and where the session stood. */
    ResultStore settings() throws IOException;
}
