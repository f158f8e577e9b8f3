package auralis.library.job;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/**
 * Names a process among all that work on a data folder, so that others can tell whether it lives.
 *
 * @param host the computer
 * @param startMillis when it began, because numbers of processes are used again
 * @param nth counts queues of a process
 */
record Owner(String host, long pid, long startMillis, long nth) {
    private static final String HOST = thisHost();
    private static long queues;

    static synchronized Owner ofThisQueue() {
        ProcessHandle process = ProcessHandle.current();
        return new Owner(HOST, process.pid(), startMillis(process), queues++);
    }

    /** Whether it ended for certain; false also where that cannot be known. */
    static boolean isGone(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length != 4 || !parts[0].equals(HOST)) {
            return false;
        }
        long pid = Long.parseLong(parts[1]);
        return ProcessHandle.of(pid)
                .filter(process -> startMillis(process) == Long.parseLong(parts[2]))
                .isEmpty();
    }

    private static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String thisHost() {
        try {
            return InetAddress.getLocalHost().getHostName().replace('/', '_');
        } catch (UnknownHostException e) {
            // Then only its heartbeat tells whether a process lives.
            return "";
        }
    }

    @Override
    public String toString() {
        return host + "/" + pid + "/" + startMillis + "/" + nth;
    }
}
