package auralis.app.command;

import auralis.dsp.Progress;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Prepares pieces in their order, one ahead of the one that was taken, on a thread of its own. One
 * thread takes them.
 */
final class Ahead<T, R> implements AutoCloseable {
    private static final long CLEAN_UP_SECONDS = 5;

    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final Iterator<T> rest;
    private final Preparation<T, R> preparation;
    private Coming<R> coming; // null behind the last

    /** Work on one piece. */
    interface Preparation<T, R> {
        R of(T piece, Progress progress) throws IOException, InterruptedException;
    }

    /** A piece, and how far it is, which is told from the moment on in which somebody waits. */
    private static final class Coming<R> implements Progress {
        private FutureTask<R> task;

        // ---- under this
        private Progress told = Progress.NONE;
        private long total;
        private long done;
        private String phase = "";

        synchronized void tell(Progress progress) {
            told = progress;
            told.total(total);
            if (!phase.isEmpty()) {
                told.phase(phase);
            }
            told.advance(done);
        }

        @Override
        public synchronized void total(long units) {
            total = units;
            told.total(units);
        }

        @Override
        public synchronized void advance(long units) {
            done += units;
            told.advance(units);
        }

        @Override
        public synchronized void phase(String key) {
            phase = key;
            told.phase(key);
        }

        @Override
        public void checkpoint() throws InterruptedException {
            Progress.NONE.checkpoint();
        }
    }

    Ahead(List<T> pieces, Preparation<T, R> preparation) {
        this.rest = pieces.iterator();
        this.preparation = preparation;
        prepareNext();
    }

    private void prepareNext() {
        coming = null;
        if (rest.hasNext()) {
            T piece = rest.next();
            Coming<R> next = new Coming<>();
            next.task = new FutureTask<>(() -> preparation.of(piece, next));
            coming = next;
            worker.execute(next.task);
        }
    }

    /**
     * Answers the next piece, as soon as it is there, and begins with the one behind it.
     *
     * @param progress told how far it is
     */
    R take(Progress progress) throws IOException, InterruptedException {
        Coming<R> taken = coming;
        taken.tell(progress);
        prepareNext();
        return result(taken.task);
    }

    /** What {@link #take} would answer at once. */
    Optional<R> ready() throws InterruptedException {
        if (coming == null || !coming.task.isDone()) {
            return Optional.empty();
        }
        try {
            return Optional.of(coming.task.get());
        } catch (ExecutionException e) {
            // Who takes it is told.
            return Optional.empty();
        }
    }

    /** Ends what is being prepared; it is given 5 s to clean up. */
    @Override
    public void close() {
        worker.shutdownNow();
        try {
            worker.awaitTermination(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What came of work on another thread, as if it had been done on this one. */
    private static <R> R result(Future<R> future) throws IOException, InterruptedException {
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
