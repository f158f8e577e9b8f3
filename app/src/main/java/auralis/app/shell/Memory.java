package auralis.app.shell;

import auralis.app.fx.Workers;
import auralis.library.json.Json;
import auralis.library.track.ResultStore;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Keeps how the window was left over a restart. It reads when it is made and writes on a thread of
 * its own; whatever goes wrong is a line in the log and never keeps the program from starting.
 */
public final class Memory implements Closeable {
    private static final Logger LOG = Logger.getLogger(Memory.class.getName());
    private static final String KEY = "window";
    private static final long END_SECONDS = 5;

    private final ResultStore store;
    private final ExecutorService writer = Workers.named("memory", 1);
    private final Optional<Remembered> remembered;
    private Remembered last;

    /** Reads from the store; any thread but the window's. */
    public Memory(ResultStore store) {
        this.store = store;
        remembered = read(store);
        last = remembered.orElse(null);
    }

    /** How the window was left the last time; empty for the first time. */
    Optional<Remembered> remembered() {
        return remembered;
    }

    /** Has it written, a moment later, unless this is closed; always from the same thread. */
    void keep(Remembered now) {
        if (!now.equals(last) && !writer.isShutdown()) {
            last = now;
            writer.execute(() -> write(now));
        }
    }

    /** Waits until everything is written. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning("The arrangement of the window was not written in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Remembered> read(ResultStore store) {
        try {
            Optional<String> json = store.get(KEY);
            return json.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Json.read(json.get(), Remembered.class));
        } catch (IOException e) {
            LOG.warning(
                    "The window starts as new, what was kept cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void write(Remembered now) {
        try {
            store.put(KEY, Json.write(now));
        } catch (IOException e) {
            LOG.warning("The arrangement of the window was not kept: " + e.getMessage());
        }
    }
}
