package auralis.library.track;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The playlists, in the order of the user. */
public interface PlaylistStore {
    List<Playlist> all() throws IOException;

    /**
     * @param search makes it a smart one
     * @throws IOException with a sentence when there is one of this name
     */
    Playlist create(String name, Optional<String> search) throws IOException;

    /**
     * @throws IOException with a sentence when there is another of this name
     */
    void rename(long id, String name) throws IOException;

    void setSearch(long id, String search) throws IOException;

    void remove(long id) throws IOException;

    /** Brings back a removed one, under its id, with these tracks. */
    void restore(Playlist playlist, List<Long> tracks) throws IOException;

    /** Ids in order, repeated ones too; without those that were removed from the library. */
    List<Long> tracks(long id) throws IOException;

    void setTracks(long id, List<Long> tracks) throws IOException;

    /** The order of all playlists. */
    void arrange(List<Long> ids) throws IOException;
}
