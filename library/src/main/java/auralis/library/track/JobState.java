package auralis.library.track;

import java.util.EnumSet;
import java.util.Set;

/** What a job of the queue is in; the same words everywhere. */
public enum JobState {
    /** Waits for its turn. */
    PENDING,
    /** Is passed over until the user lets it go on. */
    HELD,
    RUNNING,
    /** Stands still in the middle, or waits to begin again there. */
    PAUSED,
    DONE,
    FAILED,
    CANCELLED,
    /** There was nothing to do, and the reason says why. */
    SKIPPED,
    /** Ended with the program that worked on it. */
    INTERRUPTED;

    private static final Set<JobState> ENDED = EnumSet.of(DONE, FAILED, CANCELLED, SKIPPED);

    /** Whether nothing happens to it any more unless the user tries again. */
    public boolean ended() {
        return ENDED.contains(this);
    }
}
