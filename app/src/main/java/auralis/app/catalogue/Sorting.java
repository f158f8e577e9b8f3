package auralis.app.catalogue;

import auralis.library.track.TrackOrder;

/** How the list is ordered. */
public record Sorting(TrackOrder order, boolean descending) {
    /** As the tracks were added. */
    public static final Sorting NONE = new Sorting(TrackOrder.ADDED, false);
}
