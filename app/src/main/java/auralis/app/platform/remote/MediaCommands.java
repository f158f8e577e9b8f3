package auralis.app.platform.remote;

import auralis.library.track.Repeat;
import java.nio.file.Path;

/** What the desktop may ask of the player. Called on threads of the desktop's connection. */
public interface MediaCommands {
    void play();

    void pause();

    void playPause();

    /** Pauses at the start of the track. */
    void stop();

    void next();

    void previous();

    /**
     * @param seconds forward; backward where negative
     */
    void seekBy(double seconds);

    /**
     * @param track number of the track that is meant, see {@link MediaState.Track}; another has
     *     begun meanwhile where it is not the current one
     */
    void seekTo(long track, double seconds);

    /**
     * @param position of the slider, 0..1
     */
    void volume(double position);

    void shuffle(boolean on);

    void repeat(Repeat mode);

    /** Brings the window to the front. */
    void raise();

    void quit();

    void open(Path file);

    /** How far the current track was heard; answers at once. */
    double positionSeconds();
}
