package auralis.library.track;

import java.io.IOException;
import java.util.List;

/** The masters of tracks. */
public interface VersionStore {
    /** Of a track, newest first. */
    List<Version> of(long track) throws IOException;

    /** All files that are masters. */
    List<Version> all() throws IOException;

    /** Stores a master under a new id, in place of an older one in the same file. */
    Version add(Version version) throws IOException;

    /** Forgets it; the file stays. */
    void remove(long id) throws IOException;
}
