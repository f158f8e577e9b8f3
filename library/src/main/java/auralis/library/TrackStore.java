package auralis.library;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** The tracks, in the order in which they were added. */
public interface TrackStore {
    List<Track> all() throws IOException;

    /** Adds those of the tracks whose file is not known yet, and answers them with their ids. */
    List<Track> add(Collection<Track> tracks) throws IOException;

    /** Stores what became known of a track; one that was removed meanwhile stays removed. */
    void update(Track track) throws IOException;

    void remove(Collection<Long> ids) throws IOException;
}
