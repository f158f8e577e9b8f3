package auralis.app.play;

import auralis.library.media.MediaSource;
import java.io.IOException;
import java.nio.file.Path;

/** How the player opens a file; called on the player's own thread. */
@FunctionalInterface
public interface TrackOpener {
    /**
     * @throws IOException with a sentence for the user
     */
    MediaSource open(Path file) throws IOException;
}
