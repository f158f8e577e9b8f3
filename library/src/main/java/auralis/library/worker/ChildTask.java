package auralis.library.worker;

import auralis.dsp.Progress;
import java.io.IOException;

/** Something that a child process can do. */
@FunctionalInterface
public interface ChildTask {
    /**
     * @param request what to do, as JSON
     * @param progress is told to the parent; cancelling kills the process
     * @return what came of it, as JSON
     * @throws IOException with a sentence for the user
     */
    String run(String request, Progress progress) throws IOException, InterruptedException;
}
