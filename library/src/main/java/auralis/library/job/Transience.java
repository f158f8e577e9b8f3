package auralis.library.job;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Which failures may be gone in a while, and how long to wait for that. */
final class Transience {
    /** After so many it is left to people; each of them is good for as many again. */
    static final int MOST_ATTEMPTS = 3;

    /** What file systems, those over a network above all, say of what passes. */
    private static final Pattern PASSING =
            Pattern.compile(
                    "(?i)stale file handle|temporarily unavailable|input/output error"
                            + "|timed out|being used by another process|device or resource busy");

    private Transience() {}

    static boolean isTransient(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientException
                    || cause instanceof SocketException
                    || cause instanceof SocketTimeoutException
                    || cause instanceof FileSystemException file
                            && file.getReason() != null
                            && PASSING.matcher(file.getReason()).find()) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param attempts made so far, 1 or more
     */
    static boolean isAgain(IOException failure, int attempts) {
        return attempts % MOST_ATTEMPTS != 0 && isTransient(failure);
    }

    /**
     * @param attempts made so far, 1 or more
     */
    static Duration wait(int attempts) {
        return Duration.ofSeconds(1L << (2 * ((attempts - 1) % MOST_ATTEMPTS)));
    }
}
