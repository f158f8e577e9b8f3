package auralis.library.db;

import auralis.library.backup.FolderLock;
import auralis.library.track.AnalysisStore;
import auralis.library.track.EnteredStore;
import auralis.library.track.JobStore;
import auralis.library.track.LibraryCheck;
import auralis.library.track.PlaylistStore;
import auralis.library.track.QueueStore;
import auralis.library.track.ResultStore;
import auralis.library.track.RootStore;
import auralis.library.track.Storage;
import auralis.library.track.TrackStore;
import auralis.library.track.VersionStore;
import com.j256.ormlite.jdbc.JdbcConnectionSource;
import com.j256.ormlite.jdbc.JdbcPooledConnectionSource;
import com.j256.ormlite.jdbc.db.SqliteDatabaseType;
import com.j256.ormlite.logger.Level;
import com.j256.ormlite.logger.Logger;
import com.j256.ormlite.misc.TransactionManager;
import com.j256.ormlite.support.ConnectionSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * One SQLite file in WAL mode. Reads come from any thread; every write runs as one transaction on
 * the one writer thread, because in WAL mode a transaction that reads first and writes later fails
 * at once when another wrote in between.
 */
public final class Database implements Storage {
    private final DatabaseFile file;
    private final FolderLock lock;
    private final Optional<String> readOnly;
    private final ConnectionSource reading;
    private final ConnectionSource writing;
    private final TrackOrders orders = new TrackOrders();
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "auralis-db-writer");
                        thread.setDaemon(true);
                        return thread;
                    });

    private Database(DatabaseFile file, FolderLock lock, Optional<String> readOnly)
            throws SQLException, IOException {
        this.file = file;
        this.lock = lock;
        this.readOnly = readOnly;
        this.reading = pool(url(file, readOnly));
        this.writing = readOnly.isPresent() ? reading : source(file.url());
    }

    /**
     * Opens the file, makes it when it is missing, and brings it to today's schema, after a copy of
     * it was put into {@code backups/}. Where that cannot be, because a later version of the
     * program made it or nothing can be written there, it is opened {@linkplain #readOnly() for
     * reading}.
     */
    public static Database open(Path path) throws IOException {
        Logger.setGlobalLogLevel(Level.ERROR);
        DatabaseFile file = new DatabaseFile(path);
        Files.createDirectories(file.folder());
        NativeSqlite.load();
        FolderLock lock = FolderLock.shared(file.folder());
        try {
            return new Database(file, lock, Opening.obstacle(file));
        } catch (SQLException | RuntimeException e) {
            lock.close();
            throw failure(file, e);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Looks whether a copy of a database is whole and can be used by this program. Nobody else may
     * have it open.
     *
     * @throws IOException with a sentence when not
     */
    public static void verify(Path copy) throws IOException {
        Opening.verify(new DatabaseFile(copy));
    }

    private static String url(DatabaseFile file, Optional<String> readOnly) throws IOException {
        return readOnly.isPresent() ? file.readOnlyUrl() : file.url();
    }

    private static ConnectionSource source(String url) throws SQLException {
        return new JdbcConnectionSource(url, new SqliteDatabaseType());
    }

    /** A connection for each thread that reads at the same time. */
    private static ConnectionSource pool(String url) throws SQLException {
        JdbcPooledConnectionSource pool =
                new JdbcPooledConnectionSource(url, new SqliteDatabaseType());
        pool.setCheckConnectionsEveryMillis(0);
        return pool;
    }

    @Override
    public TrackStore tracks() throws IOException {
        return create(() -> new SqlTrackStore(this));
    }

    @Override
    public RootStore roots() {
        return new SqlRootStore(this);
    }

    @Override
    public PlaylistStore playlists() {
        return new SqlPlaylistStore(this);
    }

    @Override
    public QueueStore queue() {
        return new SqlQueueStore(this);
    }

    @Override
    public JobStore jobs() {
        return new SqlJobStore(this);
    }

    @Override
    public VersionStore versions() {
        return new SqlVersionStore(this);
    }

    @Override
    public AnalysisStore analyses() {
        return new SqlAnalysisStore(this);
    }

    @Override
    public ResultStore plans() throws IOException {
        return create(() -> new SqlResultStore(this, "plan"));
    }

    @Override
    public ResultStore settings() throws IOException {
        return create(() -> new SqlResultStore(this, "setting"));
    }

    @Override
    public EnteredStore entered() {
        return new SqlEnteredStore(this);
    }

    @Override
    public Optional<String> readOnly() {
        return readOnly;
    }

    @Override
    public LibraryCheck check() throws IOException {
        return read(
                () -> {
                    ConnectionSource fresh = source(url(file, readOnly));
                    try {
                        return new Checkup(new Sql(fresh), readOnly).look();
                    } finally {
                        fresh.closeQuietly();
                    }
                });
    }

    @Override
    public void repair() throws IOException {
        write(
                () -> {
                    Checkup.repair(writing);
                    return null;
                });
    }

    @Override
    public Instant changed() throws IOException {
        return file.changed();
    }

    @Override
    public void copyTo(Path target) throws IOException {
        Sql sql = new Sql(reading);
        read(
                () -> {
                    if (readOnly.isEmpty()) {
                        // So that closing has nothing left to write, and it does not look changed.
                        sql.list("PRAGMA wal_checkpoint(PASSIVE)", row -> row.getInt(0));
                    }
                    return sql.run("VACUUM INTO ?", target.toString());
                });
    }

    ConnectionSource reading() {
        return reading;
    }

    ConnectionSource writing() {
        return writing;
    }

    TrackOrders orders() {
        return orders;
    }

    /** Runs a query on the calling thread. */
    <T> T read(Callable<T> query) throws IOException {
        return create(query);
    }

    /** Runs changes as one transaction on the writer thread and waits for them. */
    <T> T write(Callable<T> changes) throws IOException {
        if (readOnly.isPresent()) {
            throw new IOException(readOnly.get());
        }
        try {
            return writer.submit(() -> TransactionManager.callInTransaction(writing, changes))
                    .get();
        } catch (ExecutionException e) {
            throw failure(file, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("cancelled while the library was written");
        }
    }

    private <T> T create(Callable<T> callable) throws IOException {
        try {
            return callable.call();
        } catch (SQLException e) {
            // As far as the schema allows; the reason says what to do.
            throw readOnly.isPresent() ? new IOException(readOnly.get(), e) : failure(file, e);
        } catch (Exception e) {
            throw failure(file, e);
        }
    }

    private static IOException failure(DatabaseFile file, Throwable cause) {
        if (cause instanceof IOException io) {
            return io;
        }
        if (cause instanceof SQLException && cause.getCause() instanceof IOException refusal) {
            // A transaction wraps what is no fault of the database.
            return refusal;
        }
        return new IOException(
                "The library " + file.path() + " cannot be used: " + Advice.on(cause, file), cause);
    }

    @Override
    public void close() throws IOException {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new IOException("The library " + file.path() + " is still being written.");
            }
            reading.close();
            if (writing != reading) {
                writing.close();
            }
            lock.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while closing the library");
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw failure(file, e);
        }
    }
}
