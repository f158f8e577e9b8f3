package auralis.app.play;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What is to be played.
 *
 * @param joined whether it continues the track played before it: the two never overlap
 * @param inAlbum whether it is mastered as a part of its album: mastering hears the end of the
 *     track before it there first
 */
public record PlayItem(Path file, boolean joined, boolean inAlbum) {
    public PlayItem {
        Objects.requireNonNull(file, "file");
    }

    /** A track for itself. */
    public static PlayItem of(Path file) {
        return new PlayItem(file, false, false);
    }
}
