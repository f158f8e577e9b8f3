package auralis.app.fx;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;

/** The FX thread: where nodes are touched. */
public final class Fx {
    private Fx() {}

    /**
     * Starts JavaFX in this JVM, runs {@code first} on the FX thread, and comes back when the last
     * window was closed.
     *
     * @throws UnsupportedOperationException when there is no display
     */
    public static void runUntilClosed(Runnable first) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(
                () -> {
                    Window.getWindows().addListener(whenEmpty(closed::countDown));
                    first.run();
                });
        closed.await();
        Platform.exit();
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
