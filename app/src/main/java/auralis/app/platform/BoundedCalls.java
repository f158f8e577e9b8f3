package auralis.app.platform;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Calls into the sound system, which hang for as long as its server does. They run one after
 * another on a thread of their own, and nobody waits for them longer than a bound.
 */
final class BoundedCalls {
    private static final double NANOS_PER_SECOND = 1e9;

    private final ExecutorService thread;
    private volatile boolean hanging;

    BoundedCalls(String name) {
        thread =
                Executors.newSingleThreadExecutor(
                        work -> {
                            Thread daemon = new Thread(work, name);
                            daemon.setDaemon(true);
                            return daemon;
                        });
    }

    /**
     * Waits for what a call answers, but not behind one that hangs.
     *
     * @param late gets an answer that nobody waits for any more
     * @throws ExecutionException with what the call threw
     * @throws TimeoutException when there is no answer in time, or the waiting was interrupted
     */
    <T> T call(Callable<T> call, double seconds, Consumer<T> late)
            throws ExecutionException, TimeoutException {
        if (hanging) {
            throw new TimeoutException("A call before this one hangs.");
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        thread.execute(() -> complete(answer, call));
        try {
            return answer.get(nanos(seconds), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            giveUp(answer, late);
            throw e;
        } catch (InterruptedException e) {
            giveUp(answer, late);
            Thread.currentThread().interrupt();
            throw (TimeoutException) new TimeoutException("interrupted").initCause(e);
        }
    }

    /** The same for calls that answer nothing; tells whether it succeeded in time. */
    boolean run(Runnable call, double seconds) {
        try {
            return call(Executors.callable(call, true), seconds, done -> {});
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** One more call and then no more; it is not waited for behind one that hangs. */
    void end(Runnable last, double seconds) {
        thread.execute(last);
        thread.shutdown();
        try {
            thread.awaitTermination(hanging ? 0 : nanos(seconds), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> void giveUp(CompletableFuture<T> answer, Consumer<T> late) {
        hanging = true;
        answer.whenComplete(
                (value, failure) -> {
                    hanging = false;
                    if (failure == null) {
                        late.accept(value);
                    }
                });
    }

    private static <T> void complete(CompletableFuture<T> answer, Callable<T> call) {
        try {
            answer.complete(call.call());
        } catch (Exception | LinkageError e) {
            answer.completeExceptionally(e);
        }
    }

    private static long nanos(double seconds) {
        return (long) (seconds * NANOS_PER_SECOND);
    }
}
