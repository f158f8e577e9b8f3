package auralis.library.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A copy of the database.
 *
 * @param made when
 * @param before what it was made before, such as {@code restore}; empty for those of every day
 */
public record Backup(Path file, Instant made, long bytes, Optional<String> before) {}
