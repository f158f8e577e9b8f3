package auralis.library.media;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that cannot be read or written, told in one line for the user: which, what is wrong, what
 * to do.
 */
public sealed class MediaException extends IOException permits OccupiedException {
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

    private MediaException(String sentence, Path file, Throwable cause) {
        super(sentence, cause);
        this.file = file;
    }

    /** A result that could not be written: "Could not write song.flac: the disk is full. …" */
    static MediaException unwritten(Path file, String problem, String remedy, Throwable cause) {
        return new MediaException(
                "Could not write " + file.getFileName() + ": " + problem + ". " + remedy,
                file,
                cause);
    }

    public Path file() {
        return file;
    }
}
