package auralis.app.playlist;

import auralis.app.catalogue.Place;
import auralis.library.Playlists;
import auralis.library.search.Query;
import auralis.library.search.QueryException;
import auralis.library.track.Playlist;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where the tracks of a playlist are shown. */
final class Places {
    private static final String PREFIX = "playlist.";

    private Places() {}

    /** The tracks of a playlist that the user fills. */
    private record Content(Playlists playlists, long id) implements Place.Members {
        @Override
        public List<Long> ids() throws IOException {
            return playlists.tracks(new Playlist(id, "", Optional.empty(), 0));
        }
    }

    static Place of(Playlist playlist, Playlists playlists) {
        String id = id(playlist);
        return playlist.search()
                .map(search -> Place.listed(id, Place.View.TRACKS, query(search)))
                .orElseGet(() -> Place.ordered(id, new Content(playlists, playlist.id())));
    }

    static boolean shows(Place place, Playlist playlist) {
        return place.id().equals(id(playlist));
    }

    static boolean isPlaylist(Place place) {
        return place.id().startsWith(PREFIX);
    }

    private static String id(Playlist playlist) {
        return PREFIX + playlist.id();
    }

    /** The library takes no other; one of a later version finds everything. */
    private static Query query(String search) {
        try {
            return Query.parse(search);
        } catch (QueryException e) {
            return Query.ALL;
        }
    }
}
