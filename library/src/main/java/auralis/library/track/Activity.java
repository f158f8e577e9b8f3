package auralis.library.track;

import java.time.Duration;
import java.util.Optional;

/**
 * Work in the background of the library.
 *
 * @param done files, 0..total
 * @param total files, as far as it is known yet
 * @param problems files that could not be used
 * @param remaining how long it will take; empty while that cannot be said
 * @param scan what a scan found so far; empty for other work
 */
public record Activity(
        Kind kind,
        State state,
        long done,
        long total,
        int problems,
        Optional<Duration> remaining,
        Optional<ScanCounts> scan) {

    /** Work that is no scan. */
    public Activity(
            Kind kind,
            State state,
            long done,
            long total,
            int problems,
            Optional<Duration> remaining) {
        this(kind, state, done, total, problems, remaining, Optional.empty());
    }

    /** What is being done. */
    public enum Kind {
        SCAN,
        ANALYSIS
    }

    /** How it stands. */
    public enum State {
        RUNNING,
        PAUSED,
        ENDED
    }
}
