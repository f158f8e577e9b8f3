package auralis.app.browse.album;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;

/** Pictures of albums; called on workers. */
@FunctionalInterface
public interface Covers {
    /** Where there are none. */
    Covers NONE = (file, px) -> Optional.empty();

    /**
     * The picture of the album that a file of sound belongs to.
     *
     * @param px as large as it will be shown, in pixels of the screen
     */
    Optional<Image> of(Path file, int px) throws IOException, InterruptedException;
}
