package auralis.app.fx;

import auralis.dsp.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Work that leaves the FX thread and comes back: it runs on a worker, tells its progress, and ends
 * on the FX thread with a result or a failure. Cancelling interrupts it; a cancelled task answers
 * nothing any more, whatever its work still does.
 */
public final class FxTask<V> {
    /** What runs on the worker. */
    @FunctionalInterface
    public interface Work<V> {
        V run(Progress progress) throws Exception;
    }

    /**
     * How far a task is.
     *
     * @param fraction 0..1, negative while the total is unknown
     * @param phase key of a text, empty before the first phase
     */
    public record State(double fraction, String phase) {}

    private final Work<V> work;
    private Consumer<V> onResult = result -> {};
    private Consumer<Exception> onFailure = failure -> {};
    private Consumer<State> onProgress = state -> {};
    private Future<?> future;
    private boolean cancelled; // FX thread only

    public FxTask(Work<V> work) {
        this.work = work;
    }

    public FxTask<V> onResult(Consumer<V> action) {
        onResult = action;
        return this;
    }

    public FxTask<V> onFailure(Consumer<Exception> action) {
        onFailure = action;
        return this;
    }

    public FxTask<V> onProgress(Consumer<State> action) {
        onProgress = action;
        return this;
    }

    /**
     * Starts on a worker; once, on the FX thread. Where the window was closed and its workers shut
     * down, a late event of a timer starts nothing any more.
     */
    public FxTask<V> start(ExecutorService workers) {
        Fx.require();
        if (workers.isShutdown()) {
            cancelled = true;
        } else {
            future = workers.submit(this::runOnWorker);
        }
        return this;
    }

    public void cancel() {
        Fx.require();
        cancelled = true;
        if (future != null) {
            future.cancel(true);
        }
    }

    private void runOnWorker() {
        Throttle<State> states = new Throttle<>(state -> unlessCancelled(onProgress, state));
        try {
            V result = work.run(new FractionProgress(states));
            Fx.later(() -> unlessCancelled(onResult, result));
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            Fx.later(() -> unlessCancelled(onFailure, e));
        }
    }

    private <T> void unlessCancelled(Consumer<T> action, T value) {
        if (!cancelled) {
            action.accept(value);
        }
    }
}
