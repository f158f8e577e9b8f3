package auralis.app.shell;

import auralis.app.catalogue.Tracks;
import auralis.dsp.Progress;
import auralis.library.Library;
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

/** The library behind the list. */
record LibraryTracks(Library library) implements Tracks {
    @Override
    public List<Track> all() throws IOException {
        return library.tracks();
    }

    @Override
    public List<Track> get(Collection<Long> ids) throws IOException {
        return library.tracks(ids);
    }

    @Override
    public List<Long> search(Query query, TrackOrder order, boolean descending) throws IOException {
        return library.search(query, order, descending);
    }

    @Override
    public List<Album> albums(Query query) throws IOException {
        return library.albums(query);
    }

    @Override
    public List<Artist> artists(Query query) throws IOException {
        return library.artists(query);
    }

    @Override
    public List<Genre> genres(Query query) throws IOException {
        return library.genres(query);
    }

    @Override
    public void add(List<Path> filesAndFolders, Progress progress)
            throws IOException, InterruptedException {
        library.add(filesAndFolders, progress);
    }

    @Override
    public void remove(Collection<Long> ids) throws IOException {
        library.remove(ids);
    }

    @Override
    public void restore(Collection<Long> ids) throws IOException {
        library.restore(ids);
    }

    @Override
    public List<SimilarTrack> similar(long id, int count) throws IOException {
        return library.similar(id, count);
    }

    @Override
    public void played(long id) throws IOException {
        library.played(id);
    }

    @Override
    public void setFavourite(Collection<Long> ids, boolean favourite) throws IOException {
        library.setFavourite(ids, favourite);
    }

    @Override
    public Optional<String> readOnly() {
        return library.readOnly();
    }

    @Override
    public Runnable onEvent(Consumer<LibraryEvent> listener) {
        return library.onEvent(listener);
    }
}
