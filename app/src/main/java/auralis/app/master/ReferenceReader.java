package auralis.app.master;

import auralis.dsp.Progress;
import auralis.dsp.master.Reference;
import java.io.IOException;
import java.nio.file.Path;

/** Where the numbers of a reference come from. */
@FunctionalInterface
public interface ReferenceReader {
    /** Listens to a whole file, or remembers what was heard; on a worker. */
    Reference.Track read(String name, Path file, Progress progress)
            throws IOException, InterruptedException;
}
