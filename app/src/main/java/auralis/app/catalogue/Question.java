package auralis.app.catalogue;

import auralis.library.search.Query;
import auralis.library.track.Track;
import auralis.library.track.TrackOrder;

/** What the list shows and in which order. */
public record Question(Place place, Query typed, Sorting sorting) {
    /** What was opened stands album by album, everything else as it was added. */
    TrackOrder order() {
        boolean opened = place.parent().isPresent() && sorting.equals(Sorting.NONE);
        return opened ? TrackOrder.ALBUM : sorting.order();
    }

    Query query() {
        return place.narrowed(typed);
    }

    /** Whether a track that the query found belongs to the answer. */
    boolean holds(Track track) {
        return place.exactly().test(track);
    }
}
