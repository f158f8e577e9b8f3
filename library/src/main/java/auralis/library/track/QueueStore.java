package auralis.library.track;

import java.io.IOException;
import java.util.Optional;

/** What plays next. Tracks that are removed from the library vanish from it. */
public interface QueueStore {
    StoredQueue get() throws IOException;

    /** Replaces everything. */
    void put(StoredQueue queue) throws IOException;

    /** Keeps only what is open, and how far it was heard. */
    void put(Optional<StoredQueue.Playing> playing) throws IOException;
}
