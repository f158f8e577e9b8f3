package auralis.library.job;

import auralis.dsp.Progress;
import auralis.library.track.JobState;
import auralis.library.track.JobStore;
import auralis.library.track.StoredJob;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One attempt at a job, on a thread of its own. */
final class Attempt implements Worker.Assignment, Progress {
    private static final Logger LOG = System.getLogger(Attempt.class.getName());

    private enum Wish {
        GO_ON,
        STAND_STILL,
        CANCEL,
        LEAVE
    }

    // ---- set before start
    private final StoredJob job;
    private final String owner;
    private final JobStore store;

    // ---- shared
    private volatile JobStore.Ending ending;

    // ---- shared: under this
    private Wish wish = Wish.GO_ON;
    private Thread thread;
    private long totalUnits;
    private long doneUnits;
    private String phase = Job.FIRST_PHASE;
    private long activeNanos;
    private long goingSince = System.nanoTime();
    private final Pace pace = new Pace();

    Attempt(StoredJob job, String owner, JobStore store) {
        this.job = job;
        this.owner = owner;
        this.store = store;
    }

    StoredJob job() {
        return job;
    }

    // ---- the worker's thread

    void run(Worker worker) {
        begin();
        ending = ending(worker);
    }

    /**
     * Stores how it ended.
     *
     * @return false when that cannot be now, because the disk is full for one
     */
    boolean settle() {
        try {
            store(ending);
            return true;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the end of job " + job.id() + " is not stored yet", e);
            return false;
        }
    }

    /** How it ended; pending when it is to be begun again. */
    JobStore.Ending ending() {
        return ending;
    }

    private synchronized void begin() {
        thread = Thread.currentThread();
    }

    private JobStore.Ending ending(Worker worker) {
        try {
            Work work = Work.Kind.read(job.work(), job.payload());
            return ending(worker.work(work, this));
        } catch (InterruptedException e) {
            return stopped();
        } catch (IOException e) {
            return isCancelled() ? stopped() : failed(e);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "job " + job.id() + ", " + job.source(), e);
            String name = job.source().replaceFirst(".*[/\\\\]", "");
            String reason =
                    e instanceof OutOfMemoryError
                            ? "there was not enough memory"
                            : "the program failed; details are in the log";
            return end(JobState.FAILED, name + ": " + reason + ".");
        } finally {
            leaveThread();
        }
    }

    private JobStore.Ending ending(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return new JobStore.Ending(
                    JobState.DONE,
                    Optional.empty(),
                    Optional.of(done.result()),
                    active(),
                    Instant.now());
        }
        return end(JobState.SKIPPED, ((Outcome.Skipped) outcome).reason());
    }

    private JobStore.Ending failed(IOException failure) {
        if (Transience.isAgain(failure, job.attempts())) {
            LOG.log(Level.INFO, "another attempt at " + job.source() + ": " + failure.getMessage());
            return end(JobState.PENDING, "");
        }
        LOG.log(Level.INFO, "job " + job.id() + " failed", failure);
        String sentence = failure.getMessage();
        return end(JobState.FAILED, sentence == null ? failure.toString() : sentence);
    }

    private JobStore.Ending stopped() {
        return end(isLeaving() ? JobState.INTERRUPTED : JobState.CANCELLED, "");
    }

    private JobStore.Ending end(JobState state, String sentence) {
        return new JobStore.Ending(
                state,
                Optional.of(sentence).filter(text -> !text.isEmpty()),
                Optional.empty(),
                active(),
                Instant.now());
    }

    private void store(JobStore.Ending how) throws IOException {
        switch (how.state()) {
            case PENDING -> {
                Instant then = how.at().plus(Transience.wait(job.attempts()));
                store.giveBack(job.id(), owner, JobState.PENDING, then);
            }
            case INTERRUPTED ->
                    store.giveBack(job.id(), owner, JobState.INTERRUPTED, Instant.EPOCH);
            default -> store.end(job.id(), owner, how);
        }
    }

    /** Nobody interrupts the thread any more, and what was is forgotten. */
    private synchronized void leaveThread() {
        thread = null;
        Thread.interrupted();
    }

    // ---- Assignment, by the worker's thread

    @Override
    public Progress progress() {
        return this;
    }

    @Override
    public String remembered() {
        return job.result().orElse("");
    }

    @Override
    public void remember(String result) throws IOException {
        store.setResult(job.id(), owner, result);
    }

    // ---- Progress, by the worker's threads

    @Override
    public synchronized void total(long units) {
        totalUnits = units;
    }

    @Override
    public synchronized void advance(long units) {
        doneUnits += units;
    }

    @Override
    public synchronized void phase(String key) {
        phase = key;
    }

    @Override
    public synchronized void checkpoint() throws InterruptedException {
        while (wish == Wish.STAND_STILL) {
            wait();
        }
        if (wish != Wish.GO_ON || Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    // ---- any thread

    synchronized void pause(boolean pause) {
        if (wish == Wish.CANCEL || wish == Wish.LEAVE || isPaused() == pause) {
            return;
        }
        long now = System.nanoTime();
        activeNanos += pause ? now - goingSince : 0;
        goingSince = now;
        wish = pause ? Wish.STAND_STILL : Wish.GO_ON;
        notifyAll();
    }

    synchronized boolean isPaused() {
        return wish == Wish.STAND_STILL;
    }

    /** Ends the attempt and the job. */
    void cancel() {
        stop(Wish.CANCEL);
    }

    /** Ends the attempt, so that the job can be begun again later. */
    void leave() {
        stop(Wish.LEAVE);
    }

    private synchronized void stop(Wish why) {
        if (wish != Wish.CANCEL) {
            wish = why;
        }
        notifyAll();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private synchronized boolean isCancelled() {
        return wish == Wish.CANCEL || wish == Wish.LEAVE;
    }

    private synchronized boolean isLeaving() {
        return wish != Wish.CANCEL;
    }

    private synchronized Duration active() {
        long going = isPaused() ? 0 : System.nanoTime() - goingSince;
        return Duration.ofNanos(activeNanos + going);
    }

    /** How far it is now. */
    synchronized JobStore.Beat beat() {
        double fraction =
                totalUnits > 0 ? Math.min(1, Math.max(0, (double) doneUnits / totalUnits)) : 0;
        return new JobStore.Beat(phase, fraction, active());
    }

    /** Until it is done, at the pace of the last seconds. */
    synchronized Optional<Duration> left() {
        JobStore.Beat beat = beat();
        pace.tell(beat.active().toMillis() / 1e3, beat.fraction());
        return pace.left();
    }
}
