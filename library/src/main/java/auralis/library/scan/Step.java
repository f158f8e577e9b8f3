package auralis.library.scan;

import java.io.IOException;

/** A piece of a scan's own work. */
@FunctionalInterface
interface Step {
    void run() throws IOException, InterruptedException;
}
