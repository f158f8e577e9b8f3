package auralis.library.track;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The queue of the work in the background, shared by all processes on a data folder. Every answer
 * is what stands on the disk; a state is only left for another one together with the proof that it
 * was still there.
 */
public interface JobStore {
    /** What a process wants of another that works on a job. */
    enum Wish {
        PAUSE,
        RESUME,
        CANCEL
    }

    /** How far a job is. */
    record Beat(String phase, double fraction, Duration active) {}

    /** What a job becomes. */
    record Ending(
            JobState state,
            Optional<String> error,
            Optional<String> result,
            Duration active,
            Instant at) {}

    /** Adds jobs behind all others, as one batch, and answers them with their numbers. */
    List<StoredJob> add(List<StoredJob> jobs) throws IOException;

    /** All jobs in the order in which they are worked off. */
    List<StoredJob> all() throws IOException;

    /** Grows with every change by any process. */
    long changes() throws IOException;

    /**
     * Takes the first job that waits and whose time has come, or nothing.
     *
     * @param owner names this process
     * @param only takes only these; empty: any
     */
    Optional<StoredJob> claim(String owner, Set<Long> only, Instant now) throws IOException;

    /** Tells how far the jobs of an owner are, and that it lives. */
    void beat(String owner, Map<Long, Beat> beats, Instant now) throws IOException;

    /** What other processes want of the jobs of an owner. */
    Map<Long, Wish> wishes(String owner) throws IOException;

    /** Marks as interrupted what an owner worked on that is gone; answers how many. */
    int interrupt(String owner) throws IOException;

    /** Marks as interrupted what was not told to be alive since then; answers how many. */
    int interruptSilent(Instant since) throws IOException;

    /** Notes that a running job stands still, or goes on. */
    void setPaused(long id, String owner, boolean paused) throws IOException;

    /** Remembers what came of a job that runs, before it is known to be done. */
    void setResult(long id, String owner, String result) throws IOException;

    /** Ends a running job of an owner. */
    void end(long id, String owner, Ending ending) throws IOException;

    /** Gives a running job of an owner back to the queue, to be begun again then. */
    void giveBack(long id, String owner, JobState state, Instant notBefore) throws IOException;

    /**
     * Moves jobs that nobody works on from some states to another. Those that become pending begin
     * anew.
     *
     * @return how many there were
     */
    int move(Collection<Long> ids, Set<JobState> from, JobState to, Instant now) throws IOException;

    /**
     * Lets those of some jobs begin anew that somebody left behind: that are interrupted, or wait
     * in a batch of which one is and on which nobody works. Of two who want the same at one moment
     * one gets it.
     *
     * @return which
     */
    Set<Long> takeOver(Collection<Long> ids, Instant now) throws IOException;

    /** Tells their owners what is wanted of jobs; nothing for those that nobody works on. */
    void wish(Collection<Long> ids, Wish wish) throws IOException;

    /** Changes the order of all jobs: these come one after the other, the rest behind them. */
    void order(List<Long> ids) throws IOException;

    /** Replaces what the worker has to know of a job that nobody works on. */
    boolean replace(long id, String payload) throws IOException;

    /** Forgets jobs that have ended. */
    int remove(Collection<Long> ids) throws IOException;

    /** Remembers forgotten jobs again, behind all others; those that are there stay as they are. */
    void restore(List<StoredJob> jobs) throws IOException;
}
