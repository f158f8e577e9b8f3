package auralis.library.track;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the library is kept: the port that the database fills. Reads from any thread; writes wait
 * until they are stored.
 */
public interface Storage extends Closeable {
    TrackStore tracks() throws IOException;

    RootStore roots() throws IOException;

    PlaylistStore playlists() throws IOException;

    VersionStore versions() throws IOException;

    AnalysisStore analyses() throws IOException;

    /** Mastering plans by content, settings and engine version. */
    ResultStore plans() throws IOException;

    /** What the user set and where the session stood. */
    ResultStore settings() throws IOException;

    /** Why nothing can be written, as a sentence; empty when it can. */
    Optional<String> readOnly();

    /** Sentences about what is wrong inside; empty when all is sound. */
    List<String> check() throws IOException;

    /** Writes a complete copy, while others read and write. */
    void copyTo(Path file) throws IOException;
}
