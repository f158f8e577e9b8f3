package auralis.library;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A file of sound that the library knows.
 *
 * @param id stable for the life of the database
 * @param title never empty: the file's name when no tag tells one
 * @param artist empty when unknown, as is the album
 * @param problem a sentence for the user when the file cannot be used
 */
public record Track(
        long id,
        Path file,
        String title,
        String artist,
        String album,
        State state,
        OptionalDouble seconds,
        OptionalDouble integratedLufs,
        OptionalDouble truePeakDbtp,
        Optional<String> problem) {

    /** How far the library got with a file. */
    public enum State {
        NEW,
        ANALYZED,
        FAILED
    }
}
