package auralis.library.track;

import auralis.library.media.Tags;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A file of sound that the library knows.
 *
 * @param id stable for the life of the database, also when the file is moved
 * @param versions how many masters of it were kept
 * @param problem a sentence for the user when the file cannot be used or is damaged
 */
public record Track(
        long id,
        Path file,
        Tags tags,
        Stream stream,
        State state,
        Presence presence,
        Measured measured,
        Listened listened,
        int versions,
        Instant added,
        Optional<String> problem) {

    /** How far the library got with a file. */
    public enum State {
        NEW,
        ANALYZED,
        FAILED
    }

    /** Never empty: the file's name when no tag tells one. */
    public String title() {
        return title(tags, file);
    }

    /** The title of a file with these tags. */
    public static String title(Tags tags, Path file) {
        return tags.title().isEmpty() ? nameWithoutEnding(file) : tags.title();
    }

    /** Empty when unknown, as is the album. */
    public String artist() {
        return tags.artist();
    }

    public String album() {
        return tags.album();
    }

    public OptionalDouble seconds() {
        return stream.seconds();
    }

    public OptionalDouble integratedLufs() {
        return measured.integratedLufs();
    }

    public OptionalDouble truePeakDbtp() {
        return measured.truePeakDbtp();
    }

    private static String nameWithoutEnding(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
