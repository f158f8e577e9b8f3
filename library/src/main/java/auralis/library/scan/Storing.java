package auralis.library.scan;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Stores what scans found and tells it. On a thread of its own, so that a cancelled scan ends at
 * once and yet nothing is stored without being told.
 */
final class Storing implements Closeable {
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread daemon = new Thread(task, "auralis-scan-store");
                        daemon.setDaemon(true);
                        return daemon;
                    });

    /** Waits until it is done; when cancelled, it is done all the same. */
    void call(Step step) throws IOException, InterruptedException {
        try {
            thread.submit(
                            () -> {
                                step.run();
                                return null;
                            })
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new IOException("What a scan found is still being stored.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
