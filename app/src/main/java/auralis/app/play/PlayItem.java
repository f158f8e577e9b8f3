package auralis.app.play;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be played.
 *
 * @param before the track of an album whose end leads into this one without a break: mastering
 *     listens to it first, and no cross-fade is made between the two
 */
public record PlayItem(Path file, Optional<Path> before) {
    public PlayItem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(before, "before");
    }

    /** A track for itself. */
    public static PlayItem of(Path file) {
        return new PlayItem(file, Optional.empty());
    }
}
