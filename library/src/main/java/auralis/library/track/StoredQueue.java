package auralis.library.track;

import java.util.List;
import java.util.Optional;

/**
 * What plays next, as it is kept over a restart.
 *
 * @param entries ids of what the user put into the queue, in order; a track may be there twice
 * @param contextName of the list that was played from
 * @param context a part of that list, in the order in which it plays
 */
public record StoredQueue(
        List<Long> entries,
        String contextName,
        List<Item> context,
        boolean shuffled,
        Repeat repeat,
        Optional<Playing> playing) {

    public static final StoredQueue EMPTY =
            new StoredQueue(List.of(), "", List.of(), false, Repeat.OFF, Optional.empty());

    /**
     * A track of the list that was played from.
     *
     * @param rank its place in that list, which shuffling does not change
     * @param passed whether it was its turn already
     */
    public record Item(long track, int rank, boolean passed) {}

    /**
     * What was open.
     *
     * @param ofContext whether it is the last one of the context that was passed
     * @param seconds how far it was heard
     */
    public record Playing(long track, boolean ofContext, double seconds) {}

    public StoredQueue {
        entries = List.copyOf(entries);
        context = List.copyOf(context);
    }
}
