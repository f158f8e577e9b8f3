package auralis.app.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Several pieces of work at once, told in the order in which they were given. */
final class InOrder {
    private static final long CLEAN_UP_SECONDS = 5;

    private InOrder() {}

    /** Work on one piece. */
    interface Work<T, R> {
        R on(T piece) throws IOException, InterruptedException;
    }

    /**
     * @param jobs how many at once; 1: on this thread
     * @param tell is told each result on this thread, in order, as soon as those before it are
     *     there
     * @throws InterruptedException when cancelled; all work has ended or was given 5 s to
     */
    static <T, R> List<R> map(List<T> pieces, int jobs, Work<T, R> work, Consumer<R> tell)
            throws IOException, InterruptedException {
        if (jobs == 1) {
            List<R> results = new ArrayList<>();
            for (T piece : pieces) {
                results.add(work.on(piece));
                tell.accept(results.get(results.size() - 1));
            }
            return results;
        }
        ExecutorService workers = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<R>> waiting =
                    pieces.stream().map(piece -> workers.submit(() -> work.on(piece))).toList();
            List<R> results = new ArrayList<>();
            for (Future<R> next : waiting) {
                results.add(result(next));
                tell.accept(results.get(results.size() - 1));
            }
            return results;
        } finally {
            workers.shutdownNow();
            workers.awaitTermination(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** What came of work on another thread, as if it had been done on this one. */
    static <R> R result(Future<R> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof InterruptedException) {
                throw (InterruptedException) new InterruptedException().initCause(e);
            }
            if (cause instanceof IOException) {
                throw new IOException(RootCommand.sentence(cause), e);
            }
            throw new IllegalStateException(RootCommand.sentence(cause), e);
        }
    }
}
