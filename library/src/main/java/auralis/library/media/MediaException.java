package auralis.library.media;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that cannot be read or written, told in one line for the user: which, what is wrong, what
 * to do.
 */
public final class MediaException extends IOException {
    private final Path file;

    /**
     * @param problem what is wrong, without the file's name: "the file ends early at 2:31"
     * @param remedy a sentence: "Copy it again from where it came from."
     */
    public MediaException(Path file, String problem, String remedy, Throwable cause) {
        super(file.getFileName() + ": " + problem + ". " + remedy, cause);
        this.file = file;
    }

    public MediaException(Path file, String problem, String remedy) {
        this(file, problem, remedy, null);
    }

    public Path file() {
        return file;
    }
}
