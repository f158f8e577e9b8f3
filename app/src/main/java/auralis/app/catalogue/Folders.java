package auralis.app.catalogue;

import auralis.dsp.Progress;
import auralis.library.track.Root;
import auralis.library.track.ScanProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The folders of the library and what is the matter with them; called on workers. */
public interface Folders {
    List<Root> all() throws IOException;

    /** What the last scans could not use, sorted by path. */
    List<ScanProblem> problems() throws IOException;

    /**
     * What was in one folder is in another now; tracks are found there again, with all they have.
     */
    void relocate(Path from, Path to, Progress progress) throws IOException, InterruptedException;
}
