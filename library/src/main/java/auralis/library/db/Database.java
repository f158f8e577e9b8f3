package auralis.library.db;

import auralis.library.track.AnalysisStore;
import auralis.library.track.PlaylistStore;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
    /**
     * Transactions take the write lock when they begin, so that they wait for another process
     * instead of failing.
     */
    private static final String OPTIONS =
            "?journal_mode=WAL&synchronous=NORMAL&foreign_keys=true&busy_timeout=10000&transaction_mode=IMMEDIATE";

    private final Path file;
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

    private Database(Path file, ConnectionSource reading, ConnectionSource writing) {
        this.file = file;
        this.reading = reading;
        this.writing = writing;
    }

    /**
     * Opens the file, makes it when it is missing, and brings it to today's schema.
     *
     * @throws NewerDatabaseException when a later version of the program made it
     */
    public static Database open(Path file) throws IOException {
        Logger.setGlobalLogLevel(Level.ERROR);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            String url = "jdbc:sqlite:" + file + OPTIONS;
            try (Connection connection = DriverManager.getConnection(url)) {
                Migrations.run(connection);
            }
            return new Database(file, pool(url), source(url));
        } catch (SQLException e) {
            throw failure(file, e);
        }
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
    public Optional<String> readOnly() {
        return Optional.empty();
    }

    @Override
    public List<String> check() throws IOException {
        Sql sql = new Sql(reading);
        return read(
                () -> {
                    List<String> problems = new ArrayList<>();
                    sql.each(
                            "PRAGMA integrity_check",
                            row -> row.getString(0),
                            line -> {
                                if (!line.equals("ok")) {
                                    problems.add(line);
                                }
                            });
                    sql.each(
                            "PRAGMA foreign_key_check",
                            row -> row.getString(0) + " refers to what is not there",
                            problems::add);
                    return List.copyOf(problems);
                });
    }

    @Override
    public void copyTo(Path target) throws IOException {
        read(() -> new Sql(reading).run("VACUUM INTO ?", target.toString()));
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
        } catch (Exception e) {
            throw failure(file, e);
        }
    }

    private static IOException failure(Path file, Throwable cause) {
        if (cause instanceof IOException io) {
            return io;
        }
        return new IOException("The library " + file + " cannot be used: " + advice(cause), cause);
    }

    private static String advice(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        boolean damaged = message.contains("SQLITE_NOTADB") || message.contains("SQLITE_CORRUPT");
        return damaged
                ? "it is damaged. Move it away, and a new one is started; your music is not"
                        + " touched."
                : message;
    }

    @Override
    public void close() throws IOException {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new IOException("The library " + file + " is still being written.");
            }
            reading.close();
            writing.close();
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
