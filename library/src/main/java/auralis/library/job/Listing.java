package auralis.library.job;

import auralis.library.track.JobStore;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The jobs as they were last read from the store, and who wants to know when they change. */
final class Listing {
    private static final long FOREIGN_MILLIS = 1_000;

    // ---- set before start
    private final JobStore store;
    private final String owner;

    // ---- shared
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object told = new Object();
    private volatile List<Job> jobs = List.of();

    // ---- under this
    private long readChanges = -1;
    private long readNanos;

    /**
     * @param owner names us among all processes
     */
    Listing(JobStore store, String owner) {
        this.store = store;
        this.owner = owner;
    }

    List<Job> jobs() {
        return jobs;
    }

    /** Reads the queue anew if anybody changed it. */
    void refresh() throws IOException {
        if (isRead()) {
            tell();
        }
    }

    private synchronized boolean isRead() throws IOException {
        long changes = store.changes();
        long now = System.nanoTime();
        // The progress of others is no change, but is wanted too.
        boolean isOld = now - readNanos > FOREIGN_MILLIS * 1_000_000;
        if (changes == readChanges && !(isOld && !foreignOwners().isEmpty())) {
            return false;
        }
        jobs = read(jobs);
        readChanges = changes;
        readNanos = now;
        return true;
    }

    /** What the work is changes seldom and takes long to read. */
    private List<Job> read(List<Job> known) throws IOException {
        Map<Long, Job> byId = known.stream().collect(Collectors.toMap(Job::id, job -> job));
        return store.all().stream()
                .map(
                        stored -> {
                            Job before = byId.get(stored.id());
                            return before == null ? Job.of(stored) : before.with(stored);
                        })
                .toList();
    }

    /** The other processes that work on jobs. */
    Set<String> foreignOwners() {
        Set<String> owners = new HashSet<>();
        jobs.forEach(job -> job.stored().owner().ifPresent(owners::add));
        owners.remove(owner);
        return owners;
    }

    /** Calls the listener after every change, until the answer is run. */
    Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell() {
        synchronized (told) {
            told.notifyAll();
        }
        listeners.forEach(Runnable::run);
    }

    /** Waits for changes until something is so. */
    void await(BooleanSupplier condition) throws InterruptedException {
        synchronized (told) {
            while (!condition.getAsBoolean()) {
                told.wait(FOREIGN_MILLIS);
            }
        }
    }
}
