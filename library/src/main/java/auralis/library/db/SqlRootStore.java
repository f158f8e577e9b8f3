package auralis.library.db;

import auralis.library.track.PathKey;
import auralis.library.track.Root;
import auralis.library.track.RootStore;
import auralis.library.track.ScanProblem;
import com.j256.ormlite.support.DatabaseResults;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

final class SqlRootStore implements RootStore {
    private static final String SELECT = "SELECT id, path, online, scanned_at FROM root";

    private final Database database;
    private final Sql reading;
    private final Sql writing;

    SqlRootStore(Database database) {
        this.database = database;
        this.reading = new Sql(database.reading());
        this.writing = new Sql(database.writing());
    }

    @Override
    public List<Root> all() throws IOException {
        return database.read(() -> reading.list(SELECT + " ORDER BY path_key", SqlRootStore::root));
    }

    private static Root root(DatabaseResults row) throws SQLException {
        return new Root(
                row.getLong(0),
                Path.of(row.getString(1)),
                row.getInt(2) != 0,
                Columns.instant(row, 3));
    }

    @Override
    public Root add(Path folder) throws IOException {
        String key = PathKey.of(folder);
        Below below = Below.of(folder);
        return database.write(
                () -> {
                    writing.run(
                            "INSERT OR IGNORE INTO root (path, path_key) VALUES (?, ?)",
                            folder.toString(),
                            key);
                    Root root =
                            writing.first(SELECT + " WHERE path_key = ?", SqlRootStore::root, key)
                                    .orElseThrow();
                    writing.run(
                            "UPDATE track SET root_id = ? WHERE " + Below.CONDITION,
                            below.arguments(root.id()));
                    writing.run("DELETE FROM root WHERE " + Below.CONDITION, below.arguments());
                    return root;
                });
    }

    @Override
    public void move(long id, Path folder) throws IOException {
        write(
                "UPDATE root SET path = ?, path_key = ? WHERE id = ?",
                folder.toString(),
                PathKey.of(folder),
                id);
    }

    @Override
    public void online(long id, boolean online) throws IOException {
        write("UPDATE root SET online = ? WHERE id = ?", online ? 1L : 0L, id);
    }

    @Override
    public void scanned(long id, Instant at) throws IOException {
        write("UPDATE root SET scanned_at = ? WHERE id = ?", at.toEpochMilli(), id);
    }

    @Override
    public void remove(long id) throws IOException {
        write("DELETE FROM root WHERE id = ?", id);
    }

    @Override
    public List<ScanProblem> problems() throws IOException {
        return database.read(
                () ->
                        reading.list(
                                "SELECT path, reason FROM scan_problem ORDER BY path",
                                row ->
                                        new ScanProblem(
                                                Path.of(row.getString(0)), row.getString(1))));
    }

    @Override
    public void setProblems(Path inside, List<ScanProblem> problems) throws IOException {
        String folder = inside.toString();
        Below below = Below.of(inside);
        database.write(
                () -> {
                    writing.run(
                            "DELETE FROM scan_problem WHERE path = ? OR substr(path, 1, ?) = ?",
                            folder,
                            below.length(),
                            below.start());
                    for (ScanProblem problem : problems) {
                        writing.run(
                                "INSERT OR REPLACE INTO scan_problem VALUES (?, ?)",
                                problem.path().toString(),
                                problem.reason());
                    }
                    return null;
                });
    }

    private void write(String sql, Object... arguments) throws IOException {
        database.write(() -> writing.run(sql, arguments));
    }
}
