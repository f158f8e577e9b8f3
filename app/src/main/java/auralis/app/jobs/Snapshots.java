package auralis.app.jobs;

import auralis.app.fx.Throttle;
import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Looks at the queue after changes, not more often than the eye can follow. */
final class Snapshots {
    private static final long APART_MILLIS = 100;

    private final JobQueue queue;
    private final Consumer<List<Job>> before;
    private final Throttle<Standing> onFxThread;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "jobs-shown");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final Runnable endListening;

    /**
     * @param before told the jobs on a worker, before they are shown
     * @param onFxThread told how the queue stands, at once and after every change
     */
    Snapshots(JobQueue queue, Consumer<List<Job>> before, Consumer<Standing> onFxThread) {
        this.queue = queue;
        this.before = before;
        this.onFxThread = new Throttle<>(onFxThread);
        endListening = queue.onChange(this::soon);
        look(0);
    }

    /** Looks once more; any thread. */
    void soon() {
        look(APART_MILLIS);
    }

    private void look(long delayMillis) {
        if (pending.compareAndSet(false, true)) {
            try {
                looking.schedule(this::take, delayMillis, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // Closed while the queue was telling: nobody looks any more.
                pending.set(true);
            }
        }
    }

    private void take() {
        pending.set(false);
        Standing now = Standing.of(queue);
        before.accept(now.jobs());
        onFxThread.accept(now);
    }

    void close() {
        endListening.run();
        looking.shutdownNow();
    }
}
