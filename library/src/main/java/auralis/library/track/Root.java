package auralis.library.track;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A folder that the user gave to the library, with all that is in it.
 *
 * @param online whether it could be reached when it was looked at last
 * @param scanned when it was last scanned to the end
 */
public record Root(long id, Path folder, boolean online, Optional<Instant> scanned) {}
