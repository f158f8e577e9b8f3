package auralis.app.play;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be played.
 *
 * @param joined whether it continues the track played before it: the two never overlap
 * @param inAlbum whether it is mastered as a part of its album: mastering hears the end of the
 *     track before it there first
 * @param stems what is played in place of the file, where that was taken apart
 */
public record PlayItem(Path file, boolean joined, boolean inAlbum, Optional<StemFeed> stems) {
    public PlayItem {
        Objects.requireNonNull(file, "file");
    }

    /** A file. */
    public PlayItem(Path file, boolean joined, boolean inAlbum) {
        this(file, joined, inAlbum, Optional.empty());
    }

    /** A track for itself. */
    public static PlayItem of(Path file) {
        return new PlayItem(file, false, false);
    }

    /** The stems of a track. */
    public static PlayItem of(Path file, StemFeed stems) {
        return new PlayItem(file, false, false, Optional.of(stems));
    }
}
