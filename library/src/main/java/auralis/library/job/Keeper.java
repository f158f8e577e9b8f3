package auralis.library.job;

import auralis.library.job.JobQueue.Flow;
import auralis.library.track.JobState;
import auralis.library.track.JobStore;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Looks after a queue on a thread of its own: begins what waits, tells that we live, obeys what
 * other processes want, and finds what they left behind.
 */
final class Keeper {
    private static final Logger LOG = System.getLogger(Keeper.class.getName());

    private static final long TICK_MILLIS = 100;
    private static final long IDLE_MILLIS = 500;
    private static final long BEAT_MILLIS = 1_000;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    // ---- set before start
    private final JobStore store;
    private final Listing listing;
    private final Crew crew;
    private final Thread thread = new Thread(this::keep, "job-queue");

    // ---- shared
    private volatile Set<Long> only = Set.of();
    private volatile Flow flow = Flow.GOING;
    private volatile int atOnce;
    private volatile boolean closed;

    // ---- under this
    private boolean awake;

    // ---- its thread only
    private long lastBeat;

    /**
     * @param owner names us among all processes
     */
    Keeper(JobStore store, Worker worker, String owner, Listing listing) {
        this.store = store;
        this.listing = listing;
        this.crew = new Crew(store, worker, owner, this::wake);
    }

    /** Finds what was left behind, and goes on looking. */
    void start() throws IOException {
        bury();
        listing.refresh();
        thread.setDaemon(true);
        thread.start();
    }

    Crew crew() {
        return crew;
    }

    // ---- any thread

    Flow flow() {
        return flow;
    }

    void setFlow(Flow next) {
        flow = next;
    }

    int atOnce() {
        return atOnce;
    }

    boolean isClosed() {
        return closed;
    }

    /**
     * From now on jobs are begun.
     *
     * @param ids only these; empty: any
     */
    void begin(int count, Set<Long> ids) {
        only = Set.copyOf(ids);
        atOnce = count;
        wake();
    }

    synchronized void wake() {
        awake = true;
        notifyAll();
    }

    void close() throws InterruptedException {
        closed = true;
        wake();
        thread.join();
    }

    // ---- its thread

    private void keep() {
        while (!closed) {
            try {
                look();
            } catch (IOException e) {
                // The library may be busy for a while; the next look tells.
                LOG.log(Level.WARNING, "the queue: " + e.getMessage());
            }
            nap();
        }
    }

    private void look() throws IOException {
        if (System.nanoTime() - lastBeat > BEAT_MILLIS * 1_000_000) {
            lastBeat = System.nanoTime();
            Set<Long> settled = crew.settle();
            listing.refresh();
            crew.forget(settled);
            crew.beat();
            crew.obey();
            bury();
        }
        listing.refresh();
        claim();
        listing.refresh();
        if (crew.size() > 0) {
            listing.tell();
        }
    }

    /** Finds what others left behind. */
    private void bury() throws IOException {
        Set<String> owners = listing.foreignOwners();
        for (String other : owners) {
            if (Owner.isGone(other)) {
                store.interrupt(other);
            }
        }
        if (!owners.isEmpty()) {
            store.interruptSilent(Instant.now().minus(SILENCE));
        }
    }

    private void claim() throws IOException {
        boolean more = isAnyPending();
        while (more && flow == Flow.GOING && !closed && crew.size() < atOnce) {
            more = crew.claim(only);
        }
    }

    private boolean isAnyPending() {
        return listing.jobs().stream().anyMatch(job -> job.state() == JobState.PENDING);
    }

    /** Looks seldom while there is nothing to do but what other processes may begin. */
    private synchronized void nap() {
        if (!awake) {
            try {
                wait(crew.size() > 0 || isAnyPending() ? TICK_MILLIS : IDLE_MILLIS);
            } catch (InterruptedException e) {
                closed = true;
            }
        }
        awake = false;
    }
}
