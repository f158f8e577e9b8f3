package auralis.app.fx;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for what the window must not wait for; they never keep the program alive. */
public final class Workers {
    private Workers() {}

    /**
     * @param name of the threads, for thread dumps
     */
    public static ExecutorService named(String name, int threads) {
        AtomicInteger count = new AtomicInteger();
        ThreadFactory factory =
                work -> {
                    Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                };
        return Executors.newFixedThreadPool(threads, factory);
    }
}
