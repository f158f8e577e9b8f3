package auralis.app.catalogue;

import auralis.library.search.Query;
import auralis.library.track.Track;
import auralis.library.track.TrackOrder;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** Whether the answer is all that somebody put together, in the order of their own. */
    boolean isOrdered() {
        return place.members().isPresent() && typed.all().isEmpty() && sorting.equals(Sorting.NONE);
    }

    /**
     * What was found among members, each as often as it is one.
     *
     * @param found in the order of the sorting
     */
    List<Long> among(List<Long> members, List<Long> found) {
        if (sorting.equals(Sorting.NONE)) {
            Set<Long> wanted = new HashSet<>(found);
            return members.stream().filter(wanted::contains).toList();
        }
        Map<Long, Integer> times = new HashMap<>();
        members.forEach(id -> times.merge(id, 1, Integer::sum));
        return found.stream()
                .flatMap(id -> Collections.nCopies(times.getOrDefault(id, 0), id).stream())
                .toList();
    }

    /** Whether a track that the query found belongs to the answer. */
    boolean holds(Track track) {
        return place.exactly().test(track);
    }
}
