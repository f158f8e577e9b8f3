package auralis.library.track;

import auralis.library.search.Query;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tracks. A track that is removed is only hidden, with all that belongs to it, so that it can
 * come back and a scan does not bring it back; every answer but {@link #files} leaves it out.
 */
public interface TrackStore {
    /** All in the order in which they were added. */
    List<Track> all() throws IOException;

    /** Those of the ids that there are, in the order of the ids. */
    List<Track> get(Collection<Long> ids) throws IOException;

    Optional<Track> find(Path file) throws IOException;

    /** Ids of the tracks that a query finds, in an order. */
    List<Long> search(Query query, TrackOrder order, boolean descending) throws IOException;

    /**
     * Ids of the tracks whose file is there and of which the measurement of today's version is
     * missing, in the order in which they were added.
     */
    List<Long> unmeasured() throws IOException;

    /** Every file ever added, removed ones too. */
    List<KnownFile> files() throws IOException;

    /** The same of one file, or of all below a folder. */
    List<KnownFile> files(Path inside) throws IOException;

    /** The same of all that have one of these contents. */
    List<KnownFile> withContent(Collection<String> contents) throws IOException;

    /**
     * Adds those of the files that are not known yet.
     *
     * @return the new ones, with their ids
     */
    List<Track> add(Collection<TrackFile> files) throws IOException;

    /**
     * Stores what looking again at the files of tracks told, a new place too. What was measured
     * stays where the content is the same.
     */
    List<Track> refresh(Map<Long, TrackFile> files) throws IOException;

    List<Track> setPresence(Collection<Long> ids, Presence presence) throws IOException;

    /**
     * Stores what was measured.
     *
     * @param content what was measured
     * @return empty when it was removed meanwhile
     */
    Optional<Track> measured(
            long id, String content, Stream stream, Measured measured, Optional<String> problem)
            throws IOException;

    /** Stores that a track cannot be measured, and why. */
    Optional<Track> failed(long id, String problem) throws IOException;

    List<Track> setFavourite(Collection<Long> ids, boolean favourite) throws IOException;

    Optional<Track> played(long id, Instant at) throws IOException;

    /** Hides tracks. */
    void remove(Collection<Long> ids) throws IOException;

    /** Brings back what was hidden. */
    List<Track> restore(Collection<Long> ids) throws IOException;

    /** The albums with a track that a query finds. */
    List<Album> albums(Query query) throws IOException;

    /** The artists with a track that a query finds. */
    List<Artist> artists(Query query) throws IOException;

    /** The genres with a track that a query finds. */
    List<Genre> genres(Query query) throws IOException;
}
