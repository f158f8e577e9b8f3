package auralis.app.platform.remote;

import auralis.app.fx.Workers;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Keeps the computer from falling asleep by itself; who closes the lid still has it sleep. Nothing
 * here waits but {@link #close}: a worker talks to the system, and what is not granted costs a line
 * in the log. It ends with the process, however that ends.
 */
public final class Wakefulness implements AutoCloseable {
    /** Of a system that cannot be asked. */
    public static final Wakefulness NONE = new Wakefulness(Optional.empty());

    private static final Logger LOG = Logger.getLogger(Wakefulness.class.getName());
    private static final long END_SECONDS = 1;

    // ---- set before start
    private final Optional<Grip> grip;
    private final ExecutorService worker = Workers.named("wakefulness", 1);

    // ---- worker only
    private Closeable held; // null while the computer may sleep

    // ---- caller only
    private boolean awake;

    /** A way to hold the computer awake until what it answers is closed. */
    @FunctionalInterface
    public interface Grip {
        Closeable take(String reason) throws IOException;
    }

    private Wakefulness(Optional<Grip> grip) {
        this.grip = grip;
    }

    public static Wakefulness by(Grip grip) {
        return new Wakefulness(Optional.of(grip));
    }

    /** By the session bus on Linux, by {@code caffeinate} on macOS. */
    public static Wakefulness ofSystem() {
        return of(System.getProperty("os.name"), System.getenv());
    }

    static Wakefulness of(String system, Map<String, String> environment) {
        if (system.equals("Linux")) {
            return SessionBus.address(environment)
                    .map(address -> by(reason -> DesktopGrip.take(address, reason)))
                    .orElse(NONE);
        }
        return system.startsWith("Mac") ? by(reason -> caffeinate()) : NONE;
    }

    /** Whether there is somebody who may be asked. */
    public boolean possible() {
        return grip.isPresent();
    }

    /**
     * From one thread.
     *
     * @param wanted whether the computer is to stay awake from now on
     * @param reason as the desktop may show it to the user
     */
    public void keep(boolean wanted, String reason) {
        if (wanted != awake && grip.isPresent() && !worker.isShutdown()) {
            awake = wanted;
            worker.execute(() -> turn(wanted, reason));
        }
    }

    private void turn(boolean wanted, String reason) {
        try {
            if (wanted) {
                held = grip.orElseThrow().take(reason);
            } else if (held != null) {
                Closeable before = held;
                held = null;
                before.close();
            }
        } catch (IOException e) {
            LOG.info("The computer may fall asleep while there is work: " + e.getMessage());
        }
    }

    /** The computer may sleep; waits a moment until that is said. */
    @Override
    public void close() {
        keep(false, "");
        worker.shutdown();
        try {
            if (!worker.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code -i}: no sleep for want of a user; {@code -w}: no longer than this process lives. */
    private static Closeable caffeinate() throws IOException {
        String self = Long.toString(ProcessHandle.current().pid());
        Process process = new ProcessBuilder("/usr/bin/caffeinate", "-i", "-w", self).start();
        return process::destroy;
    }
}
