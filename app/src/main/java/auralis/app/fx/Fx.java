package auralis.app.fx;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;

/** The FX thread: where nodes are touched. */
public final class Fx {
    /** It warns of being on the class path, where it works well. */
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    private Fx() {}

    /**
     * Starts JavaFX in this JVM, runs {@code first} on the FX thread, and comes back when the last
     * window was closed, or with what {@code first} threw.
     *
     * @throws UnsupportedOperationException when there is no display
     */
    public static void runUntilClosed(Runnable first) throws InterruptedException {
        FutureTask<Void> opening = new FutureTask<>(first, null);
        CountDownLatch closed = new CountDownLatch(1);
        JAVAFX_LOG.setLevel(Level.SEVERE);
        Platform.setImplicitExit(false);
        Platform.startup(
                () -> {
                    Window.getWindows().addListener(whenEmpty(closed::countDown));
                    opening.run();
                });
        try {
            opening.get();
            closed.await();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window did not open", e.getCause());
        } finally {
            Platform.exit();
        }
    }

    private static ListChangeListener<Window> whenEmpty(Runnable action) {
        return change -> {
            if (change.getList().isEmpty()) {
                action.run();
            }
        };
    }

    /**
     * Runs later on the FX thread; from any thread. For streams of events use a {@link Throttle}.
     */
    public static void later(Runnable work) {
        Platform.runLater(work);
    }

    /** Runs at once on the FX thread, else later there. */
    public static void run(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    /** Catches the caller's mistake of touching nodes from elsewhere. */
    public static void require() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("only on the FX thread");
        }
    }
}
