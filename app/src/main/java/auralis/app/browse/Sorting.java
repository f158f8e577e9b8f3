package auralis.app.browse;

import auralis.library.track.TrackOrder;

/** How the list is ordered. */
record Sorting(TrackOrder order, boolean descending) {
    /** As the tracks were added. */
    static final Sorting NONE = new Sorting(TrackOrder.ADDED, false);
}
