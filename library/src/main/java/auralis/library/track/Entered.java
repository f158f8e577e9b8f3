package auralis.library.track;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What only the user can know about a track.
 *
 * @param content names the bytes of its file, if it could be read
 * @param favourite since when
 * @param plays how often it was heard
 * @param played when last
 * @param removed when it was taken out of the library
 * @param settings chosen for this track, as JSON
 */
public record Entered(
        long id,
        Path file,
        Optional<String> content,
        Optional<Instant> favourite,
        int plays,
        Optional<Instant> played,
        Optional<Instant> removed,
        Optional<String> settings) {

    /** Whether there is anything beyond the file itself. */
    public boolean isSomething() {
        return favourite.isPresent() || plays > 0 || removed.isPresent() || settings.isPresent();
    }
}
