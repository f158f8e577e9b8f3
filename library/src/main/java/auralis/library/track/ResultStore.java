package auralis.library.track;

import java.io.IOException;
import java.util.Optional;

/** JSON texts by key. */
public interface ResultStore {
    Optional<String> get(String key) throws IOException;

    /** Stores a text, in place of an older one of this key. */
    void put(String key, String json) throws IOException;
}
