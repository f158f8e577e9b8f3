package auralis.library.job;

import auralis.library.Library;
import auralis.library.export.AlbumPlans;
import auralis.library.json.Json;
import auralis.library.track.JobState;
import auralis.library.track.JobStore;
import auralis.library.track.StoredJob;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The work in the background: one queue for all processes on a data folder, kept in its database.
 *
 * <p>A job is claimed before it is worked on, and whoever works on it tells once a second that it
 * lives. What a process left behind that is gone, or silent for ten seconds, becomes interrupted.
 * Every change of a state is stored before it is told.
 *
 * <p>Any thread may ask and command, but not the window's: everything here may wait for the disk.
 * One thread of the queue looks after it; each attempt has a thread of its own.
 */
public final class JobQueue implements Closeable {
    private static final Logger LOG = System.getLogger(JobQueue.class.getName());

    private static final Set<JobState> IDLE =
            EnumSet.of(JobState.PENDING, JobState.HELD, JobState.PAUSED, JobState.INTERRUPTED);
    private static final Set<JobState> AGAIN =
            EnumSet.of(JobState.FAILED, JobState.CANCELLED, JobState.SKIPPED, JobState.INTERRUPTED);

    /** Whether jobs are begun. */
    public enum Flow {
        GOING,
        /** Those that run go on to their end, no other begins. */
        FINISHING,
        /** Those that run stand still. */
        PAUSED
    }

    /**
     * What is to be done.
     *
     * @param audioSeconds length of the source; empty when unknown
     */
    public record Order(Work work, OptionalDouble audioSeconds) {}

    private final JobStore store;
    private final Worker worker;
    private final Closeable storage;
    private final Listing listing;
    private final Keeper keeper;
    private final Crew crew;

    /**
     * Reads the queue, in which what a process left behind that is gone is interrupted, and keeps
     * an eye on it; nothing is worked on until {@link #start}.
     *
     * @param worker does the work, at as many jobs at once as is told
     */
    public JobQueue(JobStore store, Worker worker) throws IOException {
        this(store, worker, () -> {});
    }

    private JobQueue(JobStore store, Worker worker, Closeable storage) throws IOException {
        String owner = Owner.ofThisQueue().toString();
        this.store = store;
        this.worker = worker;
        this.storage = storage;
        this.listing = new Listing(store, owner);
        this.keeper = new Keeper(store, worker, owner, listing);
        this.crew = keeper.crew();
        listing.refresh();
        tidy();
        keeper.start();
    }

    /**
     * The queue of a library. Where nothing can be stored it is one of this program alone, and ends
     * with it.
     */
    public static JobQueue open(Library library) throws IOException {
        AlbumPlans albums = new AlbumPlans(library);
        if (library.readOnly().isEmpty()) {
            return new JobQueue(library.jobs(), new LibraryWorker(library, albums));
        }
        PassingStorage passing = new PassingStorage();
        Worker worker = new LibraryWorker(library, albums, passing.jobs());
        return new JobQueue(passing.jobs(), worker, passing);
    }

    /** How many jobs at once are the usual on this computer: a job alone leaves a core idle. */
    public static int usualAtOnce() {
        return Math.min(2, Runtime.getRuntime().availableProcessors());
    }

    /** Forgets what is long over. */
    private void tidy() throws IOException {
        List<Long> expired =
                History.expired(listing.jobs().stream().map(Job::stored).toList(), Instant.now());
        if (!expired.isEmpty()) {
            store.remove(expired);
        }
    }

    // ---- what there is

    /** All jobs in the order in which they are worked off, as they stand now. */
    public List<Job> jobs() {
        return listing.jobs().stream().map(crew::asItStands).toList();
    }

    /** The jobs of these numbers that there are. */
    public List<Job> jobs(Collection<Long> ids) {
        Set<Long> wanted = Set.copyOf(ids);
        return jobs().stream().filter(job -> wanted.contains(job.id())).toList();
    }

    /** The files that unfinished work is going to write. */
    public Set<Path> targets() {
        return listing.jobs().stream()
                .filter(job -> !job.state().ended())
                .flatMap(job -> job.work().stream())
                .flatMap(work -> work.targets().stream())
                .collect(Collectors.toSet());
    }

    public Flow flow() {
        return keeper.flow();
    }

    public int atOnce() {
        return keeper.atOnce();
    }

    /** Calls the listener on a thread of the queue after every change, until the answer is run. */
    public Runnable onChange(Runnable listener) {
        return listing.onChange(listener);
    }

    // ---- commands

    /** Puts work behind all other, as one batch. */
    public List<Job> add(List<Order> orders) throws IOException {
        List<StoredJob> added = store.add(fresh(orders));
        changed();
        return jobs(added.stream().map(StoredJob::id).toList());
    }

    /**
     * The same; but where somebody left behind what is the same, that goes on in place of new work,
     * with what is done of it and under the names that were chosen for it.
     *
     * @return the number of a job for each order
     */
    public List<Long> addOrGoOn(List<Order> orders) throws IOException {
        listing.refresh();
        List<StoredJob> fresh = fresh(orders);
        List<Optional<Long>> taken = new LeftBehind(listing.jobs(), store).takeOver(fresh);
        List<StoredJob> rest =
                IntStream.range(0, fresh.size())
                        .filter(n -> taken.get(n).isEmpty())
                        .mapToObj(fresh::get)
                        .toList();
        Iterator<StoredJob> added = store.add(rest).iterator();
        changed();
        return taken.stream().map(id -> id.orElseGet(() -> added.next().id())).toList();
    }

    private static List<StoredJob> fresh(List<Order> orders) {
        Instant now = Instant.now();
        return orders.stream()
                .map(
                        order ->
                                StoredJob.pending(
                                        order.work().kind(),
                                        order.work().source().toString(),
                                        Json.write(order.work().stamped()),
                                        order.audioSeconds(),
                                        now))
                .toList();
    }

    /**
     * Works the queue off from now on.
     *
     * @param count how many jobs at once, 1 or more
     */
    public void start(int count) {
        start(count, Set.of());
    }

    /**
     * Works off some jobs only.
     *
     * @param ids of these; empty: any
     */
    public void start(int count, Set<Long> ids) {
        if (count < 1) {
            throw new IllegalArgumentException("jobs at once: " + count);
        }
        keeper.begin(count, ids);
    }

    /** Whether and how the queue as a whole goes on. */
    public void setFlow(Flow next) throws IOException {
        keeper.setFlow(next);
        if (next != Flow.FINISHING) {
            crew.pauseAll(next == Flow.PAUSED);
        }
        changed();
    }

    /** Waiting jobs are passed over until they are {@linkplain #resume resumed}. */
    public void hold(Collection<Long> ids) throws IOException {
        store.move(ids, EnumSet.of(JobState.PENDING), JobState.HELD, Instant.now());
        changed();
    }

    /** Running jobs stand still. */
    public void pause(Collection<Long> ids) throws IOException {
        crew.pause(ids, true);
        store.wish(crew.others(ids), JobStore.Wish.PAUSE);
        changed();
    }

    /** What is held, paused or interrupted goes on. */
    public void resume(Collection<Long> ids) throws IOException {
        crew.pause(ids, false);
        store.wish(crew.others(ids), JobStore.Wish.RESUME);
        Set<JobState> still = EnumSet.of(JobState.HELD, JobState.PAUSED, JobState.INTERRUPTED);
        store.move(ids, still, JobState.PENDING, Instant.now());
        changed();
    }

    /** Ends jobs; what is half written goes away. */
    public void cancel(Collection<Long> ids) throws IOException {
        crew.cancel(ids);
        List<Job> left = jobs(ids).stream().filter(job -> IDLE.contains(job.state())).toList();
        store.move(ids, IDLE, JobState.CANCELLED, Instant.now());
        store.wish(crew.others(ids), JobStore.Wish.CANCEL);
        changed();
        for (Job job : left) {
            cleanUp(job);
        }
    }

    /** A process that was killed cannot do it. */
    private void cleanUp(Job job) {
        try {
            if (job.stored().startedAt().isPresent() && job.work().isPresent()) {
                worker.cleanUp(job.work().get());
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "what is left of " + job.source(), e);
        }
    }

    /** Nobody begins these any more before somebody {@linkplain #resume wants it}. */
    public void interrupt(Collection<Long> ids) throws IOException {
        crew.leave(ids);
        store.move(ids, EnumSet.of(JobState.PENDING), JobState.INTERRUPTED, Instant.now());
        changed();
    }

    /** What failed or was ended without a result waits for its turn again. */
    public void retry(Collection<Long> ids) throws IOException {
        store.move(ids, AGAIN, JobState.PENDING, Instant.now());
        changed();
    }

    /** Brings jobs to the front of all, in this order. */
    public void order(List<Long> ids) throws IOException {
        store.order(ids);
        changed();
    }

    /**
     * Gives a job that nobody works on something else to do with its source.
     *
     * @return false when somebody works on it
     */
    public boolean replace(long id, Work work) throws IOException {
        boolean replaced = store.replace(id, Json.write(work.stamped()));
        changed();
        return replaced;
    }

    /** Forgets those of the jobs that have ended. */
    public void remove(Collection<Long> ids) throws IOException {
        store.remove(ids);
        changed();
    }

    /**
     * Takes back that jobs were {@linkplain #remove removed}.
     *
     * @param order of all jobs as it was before
     */
    public void restore(List<Job> removed, List<Long> order) throws IOException {
        store.restore(removed.stream().map(Job::stored).toList());
        store.order(order);
        changed();
    }

    /**
     * Waits until jobs have ended, by whatever process, or nobody works on them any more.
     *
     * @throws InterruptedException when the wait is cancelled; the jobs are not
     */
    public void await(Set<Long> ids) throws InterruptedException {
        listing.await(() -> keeper.isClosed() || jobs(ids).stream().allMatch(JobQueue::isSettled));
    }

    private static boolean isSettled(Job job) {
        return job.state() != JobState.PENDING && job.stored().owner().isEmpty();
    }

    /** Gives back what is worked on, so that it can be begun again. */
    @Override
    public void close() throws IOException {
        try {
            keeper.close();
            crew.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        listing.tell();
        storage.close();
    }

    private void changed() throws IOException {
        listing.refresh();
        keeper.wake();
    }
}
