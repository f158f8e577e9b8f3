package auralis.app.catalogue;

import auralis.app.text.Texts;
import auralis.library.AlbumKey;
import auralis.library.search.Fold;
import auralis.library.search.Query;
import auralis.library.search.Term;
import auralis.library.search.TextField;
import auralis.library.search.YesNoField;
import auralis.library.track.Album;
import auralis.library.track.Artist;
import auralis.library.track.Genre;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where one is in the library: what the centre shows, and of which tracks. Side bar and views lead
 * to places; what is typed into the search field searches inside of them.
 *
 * @param id of a place that has a line in the side bar: also key of its text
 * @param within what its tracks have in common
 * @param exactly which of those tracks belong to it, where words alone find more
 * @param name of what was opened in another place; empty for one of the side bar
 * @param parent from where it was opened
 * @param members its tracks where somebody put them together, else they are what is found
 */
public record Place(
        String id,
        View view,
        Query within,
        Predicate<Track> exactly,
        String name,
        Optional<Place> parent,
        Optional<Members> members) {

    /** Tracks in an order of their own, one of them perhaps more than once; equal as a place is. */
    public interface Members {
        /** Their ids; on a worker. */
        List<Long> ids() throws IOException;
    }

    /** What the centre shows. */
    public enum View {
        TRACKS,
        ALBUMS,
        ARTISTS,
        GENRES,
        MISSING,
        PROBLEMS,
        STEMS,
        TRANSCRIPT,
        QUEUE,
        JOBS
    }

    private static final Predicate<Track> ANY = track -> true;

    public static final Place TRACKS = listed("side.tracks", View.TRACKS, Query.ALL);
    public static final Place ALBUMS = listed("side.albums", View.ALBUMS, Query.ALL);
    public static final Place ARTISTS = listed("side.artists", View.ARTISTS, Query.ALL);
    public static final Place GENRES = listed("side.genres", View.GENRES, Query.ALL);
    public static final Place FAVOURITES =
            listed("side.favourites", View.TRACKS, flag(YesNoField.FAVOURITE));
    public static final Place MISSING = listed("side.missing", View.MISSING, Query.ALL);
    public static final Place DUPLICATES =
            listed("side.duplicates", View.TRACKS, flag(YesNoField.DUPLICATE));
    public static final Place PROBLEMS = listed("side.problems", View.PROBLEMS, Query.ALL);

    public static final Place STEMS = listed("side.stems", View.STEMS, Query.ALL);

    public static final Place TRANSCRIPT = listed("side.transcript", View.TRANSCRIPT, Query.ALL);

    public static final Place QUEUE = listed("side.queue", View.QUEUE, Query.ALL);

    public static final Place JOBS = listed("side.jobs", View.JOBS, Query.ALL);

    /**
     * Those that are always there; all but the last four are of the library, from top to bottom.
     */
    public static final List<Place> LISTED =
            List.of(
                    TRACKS,
                    ALBUMS,
                    ARTISTS,
                    GENRES,
                    FAVOURITES,
                    MISSING,
                    DUPLICATES,
                    PROBLEMS,
                    STEMS,
                    TRANSCRIPT,
                    QUEUE,
                    JOBS);

    /** A place of the side bar. */
    public static Place listed(String id, View view, Query within) {
        return new Place(id, view, within, ANY, "", Optional.empty(), Optional.empty());
    }

    /** A list of tracks in an order of their own. */
    public static Place ordered(String id, Members members) {
        return new Place(
                id, View.TRACKS, Query.ALL, ANY, "", Optional.empty(), Optional.of(members));
    }

    /** The tracks that sound like one; {@code from} is where that one was seen. */
    public static Place alike(Alike alike, Place from) {
        return new Place(
                from.id,
                View.TRACKS,
                Query.ALL,
                ANY,
                Texts.text("place.alike", alike.one().title()),
                Optional.of(from),
                Optional.of(alike));
    }

    /** The tracks of an album. */
    public static Place of(Album album) {
        Optional<AlbumKey> key = Optional.of(new AlbumKey(album.title(), album.artist()));
        Predicate<Track> exactly = track -> AlbumKey.of(track).equals(key);
        String name =
                album.artist().isEmpty() ? album.title() : album.title() + " – " + album.artist();
        return ALBUMS.inside(name, Query.phrase(TextField.ALBUM, album.title()), exactly);
    }

    /** The tracks of an artist. */
    public static Place of(Artist artist) {
        String key = Fold.sortKey(artist.name());
        return ARTISTS.inside(
                artist.name(),
                Query.phrase(TextField.ARTIST, artist.name()),
                track -> Fold.sortKey(track.artist()).equals(key));
    }

    /** The tracks of a genre. */
    public static Place of(Genre genre) {
        String key = Fold.sortKey(genre.name());
        return GENRES.inside(
                genre.name(),
                Query.phrase(TextField.GENRE, genre.name()),
                track -> Fold.sortKey(track.tags().genre()).equals(key));
    }

    /** The tracks that were in a folder, whose files are not there. */
    public static Place away(Path folder, YesNoField how) {
        return MISSING.inside(
                folder.toString(), flag(how), track -> track.file().startsWith(folder));
    }

    /** The search for a text inside of this place. */
    Query narrowed(Query typed) {
        List<Term> terms = new ArrayList<>(within.all());
        terms.addAll(typed.all());
        return new Query(terms);
    }

    /** Whether its tracks have an order that goes before what the list was sorted by. */
    public boolean isInOwnOrder() {
        return parent.isPresent() || members.isPresent();
    }

    /** The place of the side bar that it belongs to. */
    public Place top() {
        return parent.map(Place::top).orElse(this);
    }

    private Place inside(String opened, Query query, Predicate<Track> exactly) {
        return new Place(
                id, View.TRACKS, query, exactly, opened, Optional.of(this), Optional.empty());
    }

    private static Query flag(YesNoField field) {
        return new Query(List.of(new Term.Flag(field, true)));
    }
}
