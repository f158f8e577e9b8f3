package auralis.app.play;

import auralis.library.media.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** How the player opens a file; called on threads of their own, which may wait. */
@FunctionalInterface
public interface TrackOpener {
    /**
     * @throws IOException with a sentence for the user
     */
    MediaSource open(Path file) throws IOException;

    /** The track before a file on its album, if there is one. */
    default Optional<Path> before(Path file) throws IOException {
        return Optional.empty();
    }
}
