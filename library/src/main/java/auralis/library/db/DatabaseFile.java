package auralis.library.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** The file of a database, and the log beside it of what is not in it yet. */
record DatabaseFile(Path path) {
    /**
     * Transactions take the write lock when they begin, so that they wait for another process
     * instead of failing.
     */
    private static final String WRITING =
            "?journal_mode=WAL&synchronous=NORMAL&foreign_keys=true&busy_timeout=10000&transaction_mode=IMMEDIATE";

    Path folder() {
        return path.toAbsolutePath().getParent();
    }

    /** For reading and writing. */
    String url() {
        return url(WRITING);
    }

    /** For reading only, while others may write. */
    String readOnlyUrl() throws IOException {
        // Beside a file that nobody can write, SQLite cannot keep the account of its readers; it
        // needs to be told that there are no writers.
        boolean lonely = !isWritable() && logBytes() == 0;
        return url("?mode=ro&busy_timeout=10000" + (lonely ? "&immutable=1" : ""));
    }

    /** As URI, because a name may hold what means something else in a plain one. */
    private String url(String options) {
        return "jdbc:sqlite:" + path.toAbsolutePath().toUri() + options;
    }

    boolean isWritable() {
        return Files.isWritable(folder()) && (!Files.exists(path) || Files.isWritable(path));
    }

    /** When something was written last. */
    Instant changed() throws IOException {
        FileTime file = Files.getLastModifiedTime(path);
        FileTime log = logBytes() == 0 ? file : Files.getLastModifiedTime(log());
        return (log.compareTo(file) > 0 ? log : file).toInstant();
    }

    private long logBytes() throws IOException {
        return Files.exists(log()) ? Files.size(log()) : 0;
    }

    private Path log() {
        return path.resolveSibling(path.getFileName() + "-wal");
    }
}
