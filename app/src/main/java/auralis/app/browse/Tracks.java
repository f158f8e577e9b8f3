package auralis.app.browse;

import auralis.dsp.Progress;
import auralis.library.track.LibraryEvent;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The library as the list needs it. It measures what it was given by itself, and tells about each
 * track when that is done or has failed. Everything but {@link #onEvent} is called on workers.
 */
public interface Tracks {
    List<Track> all() throws IOException;

    /** Adds files, and folders with all that is in them; what was added comes as events. */
    void add(List<Path> filesAndFolders, Progress progress)
            throws IOException, InterruptedException;

    /** Forgets tracks; their files stay as they are. */
    void remove(Collection<Long> ids) throws IOException;

    /**
     * @param listener called on a background thread
     * @return what ends the listening
     */
    Runnable onEvent(Consumer<LibraryEvent> listener);
}
