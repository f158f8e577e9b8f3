package auralis.library.media;

import java.nio.file.Path;

/** Somebody else writes a file of this name, or has just written it; another name will do. */
public final class OccupiedException extends MediaException {
    private static final long serialVersionUID = 1;

    OccupiedException(Path file, String problem, String remedy) {
        super(file, problem, remedy);
    }
}
