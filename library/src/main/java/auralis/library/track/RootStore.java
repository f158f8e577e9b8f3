package auralis.library.track;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The folders of the library, and what a scan could not use in them. */
public interface RootStore {
    List<Root> all() throws IOException;

    /**
     * The root of this folder, new or known. Roots inside of it become a part of it, and known
     * files inside of it belong to it.
     */
    Root add(Path folder) throws IOException;

    /** The folder is somewhere else now. */
    void move(long id, Path folder) throws IOException;

    void online(long id, boolean online) throws IOException;

    void scanned(long id, Instant at) throws IOException;

    /** Forgets the folder; its tracks stay. */
    void remove(long id) throws IOException;

    /** What the last scans could not use, sorted by path. */
    List<ScanProblem> problems() throws IOException;

    /** Replaces the problems inside of a folder, or of one file. */
    void setProblems(Path inside, List<ScanProblem> problems) throws IOException;
}
