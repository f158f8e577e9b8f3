package auralis.library.score;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Processor time of this thread: what others do on the machine hardly counts. */
final class CpuClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuClock() {}

    static double seconds() {
        return THREADS.getCurrentThreadCpuTime() / 1e9;
    }
}
