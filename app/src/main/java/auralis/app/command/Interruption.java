package auralis.app.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl+C into an interrupt of the thread that works, and lets the process live until that
 * thread has cleaned up behind itself.
 */
final class Interruption {
    private static final long CLEAN_UP_SECONDS = 5;

    private Interruption() {}

    /** Does the work on the calling thread. */
    static <T> T guard(Callable<T> work) throws Exception {
        Thread working = Thread.currentThread();
        CountDownLatch over = new CountDownLatch(1);
        Thread hook = new Thread(() -> interrupt(working, over), "auralis-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } finally {
            over.countDown();
            remove(hook);
        }
    }

    private static void interrupt(Thread working, CountDownLatch over) {
        working.interrupt();
        try {
            over.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            hook.interrupt();
        }
    }
}
