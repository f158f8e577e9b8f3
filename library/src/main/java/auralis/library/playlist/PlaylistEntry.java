package auralis.library.playlist;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A place in a playlist.
 *
 * @param location as it was written: a path or a URL
 * @param file the same as an absolute path, whether there is such a file or not; empty for what is
 *     no file of this computer, such as a stream or a drive letter of Windows elsewhere
 * @param artist of the track
 * @param album of the track; only XSPF has it
 * @param seconds how long it is
 */
public record PlaylistEntry(
        String location,
        Optional<Path> file,
        Optional<String> title,
        Optional<String> artist,
        Optional<String> album,
        OptionalDouble seconds) {

    /** A file of which nothing else is known. */
    public static PlaylistEntry of(Path file) {
        return of(
                file, Optional.empty(), Optional.empty(), Optional.empty(), OptionalDouble.empty());
    }

    /** A file and what is known of it. */
    public static PlaylistEntry of(
            Path file,
            Optional<String> title,
            Optional<String> artist,
            Optional<String> album,
            OptionalDouble seconds) {
        Path place = file.toAbsolutePath().normalize();
        return new PlaylistEntry(
                place.toString(), Optional.of(place), title, artist, album, seconds);
    }
}
