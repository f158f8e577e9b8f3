package auralis.library;

import auralis.dsp.Progress;
import auralis.library.track.Activity;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvents;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Measures what is not measured yet, one track after the other, and gives way to all that the user
 * waits for. What is left to do is not kept anywhere: it is what the library has no measurement of,
 * so the work goes on after any end of the program.
 */
final class BackgroundAnalysis implements Closeable {
    private static final Logger LOG = System.getLogger(BackgroundAnalysis.class.getName());
    private static final int REMEMBERED = 20;

    private final Measuring measuring;
    private final LibraryEvents events;
    private final Precedence precedence;
    private final Thread worker = new Thread(this::work, "auralis-analysis");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // under the lock
    private final Set<Long> waiting = new LinkedHashSet<>();
    private final Deque<Long> latestNanos = new ArrayDeque<>();
    private boolean started;
    private volatile boolean paused;
    private long done;
    private int problems;

    private volatile boolean closed;

    BackgroundAnalysis(Measuring measuring, LibraryEvents events, Precedence precedence) {
        this.measuring = measuring;
        this.events = events;
        this.precedence = precedence;
        worker.setDaemon(true);
        worker.setPriority(Thread.MIN_PRIORITY);
    }

    /**
     * Begins.
     *
     * @param pause whether to wait for {@link #resume} first
     */
    void start(boolean pause) {
        locked(
                () -> {
                    if (!started) {
                        started = true;
                        paused = pause;
                        worker.start();
                    }
                });
    }

    /** Adds tracks, which are measured once it was started. */
    void add(Collection<Long> ids) {
        locked(
                () -> {
                    waiting.addAll(ids);
                    changed.signalAll();
                });
    }

    /** Holds at once, in the middle of a track too. */
    void pause() {
        locked(() -> paused = true);
        tell();
    }

    void resume() {
        locked(
                () -> {
                    paused = false;
                    changed.signalAll();
                });
        tell();
    }

    private void work() {
        while (!closed) {
            try {
                measure(next());
            } catch (InterruptedException e) {
                // Paused in the middle of a track, which is measured from its start later, because
                // the user may open it meanwhile; or closed: what is left is found at the next
                // start.
                tell();
            }
        }
    }

    /** The next track; counts what is done from zero when there was none. */
    private long next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() || paused) {
                changed.await();
            }
            return waiting.iterator().next();
        } finally {
            lock.unlock();
        }
    }

    private void measure(long id) throws InterruptedException {
        tell();
        long from = System.nanoTime();
        boolean problem = !isMeasured(id);
        locked(() -> count(id, problem, System.nanoTime() - from));
        tell();
        locked(this::forgetWhenDone);
    }

    /** Whether there was no problem. */
    private boolean isMeasured(long id) throws InterruptedException {
        try {
            return measuring.isMeasured(id, new Pausing());
        } catch (InterruptedIOException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the state of track " + id + " could not be stored", e);
            return false;
        }
    }

    private void count(long id, boolean problem, long nanos) {
        waiting.remove(id);
        done++;
        problems += problem ? 1 : 0;
        latestNanos.add(nanos);
        if (latestNanos.size() > REMEMBERED) {
            latestNanos.remove();
        }
    }

    private void forgetWhenDone() {
        if (waiting.isEmpty()) {
            done = 0;
            problems = 0;
        }
    }

    private void tell() {
        Activity[] now = new Activity[1];
        locked(() -> now[0] = activity());
        events.tell(new LibraryEvent.ActivityChanged(now[0]));
    }

    private Activity activity() {
        Activity.State state =
                waiting.isEmpty()
                        ? Activity.State.ENDED
                        : paused ? Activity.State.PAUSED : Activity.State.RUNNING;
        return new Activity(
                Activity.Kind.ANALYSIS, state, done, done + waiting.size(), problems, remaining());
    }

    private Optional<Duration> remaining() {
        return latestNanos.stream().mapToLong(Long::longValue).average().stream()
                .mapToObj(mean -> Duration.ofNanos((long) (mean * waiting.size())))
                .findFirst();
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of a track when there is a pause, and rests while something goes first. */
    private final class Pausing implements Progress {
        @Override
        public void total(long units) {}

        @Override
        public void advance(long units) {}

        @Override
        public void phase(String key) {}

        @Override
        public void checkpoint() throws InterruptedException {
            precedence.giveWay();
            if (paused || Thread.interrupted()) {
                throw new InterruptedException("paused or closed");
            }
        }
    }

    /** Cancels what runs and waits for it, because the storage behind it is closed next. */
    @Override
    public void close() throws IOException {
        closed = true;
        worker.interrupt();
        try {
            worker.join(TimeUnit.SECONDS.toMillis(10));
            if (worker.isAlive()) {
                throw new IOException("The analysis of a track does not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
