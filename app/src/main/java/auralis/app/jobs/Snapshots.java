package auralis.app.jobs;

import auralis.app.fx.Throttle;
import auralis.library.job.JobQueue;
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
     * @param onFxThread told how the queue stands, at once and after every change
     */
    Snapshots(JobQueue queue, Consumer<Standing> onFxThread) {
        this.queue = queue;
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
        onFxThread.accept(Standing.of(queue));
    }

    void close() {
        endListening.run();
        looking.shutdownNow();
    }
}
