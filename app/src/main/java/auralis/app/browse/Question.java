package auralis.app.browse;

import auralis.library.search.Query;
import auralis.library.track.Track;

/** What the list shows and in which order. */
record Question(Place place, Query typed, Sorting sorting) {
    Query query() {
        return place.narrowed(typed);
    }

    /** Whether a track that the query found belongs to the answer. */
    boolean holds(Track track) {
        return place.exactly().test(track);
    }
}
