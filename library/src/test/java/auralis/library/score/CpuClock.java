package auralis.library.score;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Processor time of this program on all its threads, compiler and garbage collector included: what
 * others do on the machine hardly counts.
 */
final class CpuClock {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CpuClock() {}

    static double seconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }
}
