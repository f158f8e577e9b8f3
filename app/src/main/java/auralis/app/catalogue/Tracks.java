package auralis.app.catalogue;

import auralis.dsp.Progress;
import auralis.library.SimilarTrack;
import auralis.library.search.Query;
import auralis.library.track.Album;
import auralis.library.track.Artist;
import auralis.library.track.Genre;
import auralis.library.track.LibraryEvent;
import auralis.library.track.Track;
import auralis.library.track.TrackOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The library as the list needs it. It measures what it was given by itself, and tells about each
 * track when that is done or has failed. Everything but {@link #onEvent} is called on workers.
 */
public interface Tracks {
    List<Track> all() throws IOException;

    /** Those of the ids that there are, in the order of the ids. */
    List<Track> get(Collection<Long> ids) throws IOException;

    /** Ids of the tracks that a query finds, in an order. */
    List<Long> search(Query query, TrackOrder order, boolean descending) throws IOException;

    /** The albums with a track that a query finds; the same of artists and genres. */
    List<Album> albums(Query query) throws IOException;

    List<Artist> artists(Query query) throws IOException;

    List<Genre> genres(Query query) throws IOException;

    /**
     * The tracks that sound most like one, the nearest first.
     *
     * @throws IOException with a sentence when that one is not measured yet
     */
    List<SimilarTrack> similar(long id, int count) throws IOException;

    /** Adds files, and folders with all that is in them; what was added comes as events. */
    void add(List<Path> filesAndFolders, Progress progress)
            throws IOException, InterruptedException;

    /** Takes tracks out of the library; their files stay as they are. */
    void remove(Collection<Long> ids) throws IOException;

    /** Brings back what was removed, with all that belonged to it. */
    void restore(Collection<Long> ids) throws IOException;

    /** Counts that a track was heard. */
    void played(long id) throws IOException;

    void setFavourite(Collection<Long> ids, boolean favourite) throws IOException;

    /** Why nothing can be changed, as a sentence; empty when it can. */
    Optional<String> readOnly();

    /**
     * @param listener called on a background thread
     * @return what ends the listening
     */
    Runnable onEvent(Consumer<LibraryEvent> listener);
}
