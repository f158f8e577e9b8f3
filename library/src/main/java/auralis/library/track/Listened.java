package auralis.library.track;

import java.time.Instant;
import java.util.Optional;

/**
 * What the user did with a track.
 *
 * @param plays how often it was heard
 * @param last when it was heard last
 */
public record Listened(boolean favourite, int plays, Optional<Instant> last) {
    public static final Listened NEVER = new Listened(false, 0, Optional.empty());
}
