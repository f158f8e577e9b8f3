package auralis.app.platform.remote;

import auralis.library.track.Repeat;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the desktop is told of the player; its position is asked for when somebody wants to know.
 *
 * @param track the one that is open
 * @param volume position of the slider, 0..1
 */
public record MediaState(
        Optional<Track> track,
        Status status,
        double volume,
        boolean shuffled,
        Repeat repeat,
        boolean canPlay,
        boolean canGoNext,
        boolean canGoPrevious,
        boolean canSeek) {

    /** Before anything was opened. */
    public static final MediaState NOTHING =
            new MediaState(
                    Optional.empty(),
                    Status.STOPPED,
                    1,
                    false,
                    Repeat.OFF,
                    false,
                    false,
                    false,
                    false);

    /** Whether sound comes. */
    public enum Status {
        PLAYING,
        PAUSED,
        STOPPED
    }

    /**
     * A track that has its turn.
     *
     * @param number of this turn: another when the same track is opened again
     * @param artist empty when unknown, as is the album
     */
    public record Track(
            long number,
            Path file,
            String title,
            String artist,
            String album,
            OptionalDouble seconds) {}
}
