package auralis.library.db;

import auralis.library.track.Entered;
import auralis.library.track.EnteredStore;
import com.j256.ormlite.support.DatabaseResults;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

final class SqlEnteredStore implements EnteredStore {
    private static final String SELECT =
            """
            SELECT t.id, t.path, t.content, f.since, p.count, p.last_at, t.removed_at, s.json
            FROM track t
                LEFT JOIN favourite f ON f.track_id = t.id
                LEFT JOIN play p ON p.track_id = t.id
                LEFT JOIN track_preset s ON s.track_id = t.id
            ORDER BY t.id
            """;

    private final Database database;
    private final Sql reading;
    private final Sql writing;

    SqlEnteredStore(Database database) {
        this.database = database;
        this.reading = new Sql(database.reading());
        this.writing = new Sql(database.writing());
    }

    @Override
    public List<Entered> all() throws IOException {
        return database.read(() -> reading.list(SELECT, SqlEnteredStore::entered));
    }

    private static Entered entered(DatabaseResults row) throws SQLException {
        return new Entered(
                row.getLong(0),
                Path.of(row.getString(1)),
                Optional.ofNullable(row.getString(2)),
                Columns.instant(row, 3),
                row.getInt(4),
                Columns.instant(row, 5),
                Columns.instant(row, 6),
                Optional.ofNullable(row.getString(7)));
    }

    @Override
    public void add(Collection<Entered> entered) throws IOException {
        database.write(
                () -> {
                    for (Entered one : entered) {
                        add(one);
                    }
                    return null;
                });
    }

    private void add(Entered one) throws SQLException {
        if (one.favourite().isPresent()) {
            writing.run(
                    "INSERT OR REPLACE INTO favourite VALUES (?, ?)",
                    one.id(),
                    one.favourite().get().toEpochMilli());
        }
        if (one.plays() > 0) {
            writing.run(
                    "INSERT INTO play VALUES (?, ?, ?) ON CONFLICT (track_id) DO UPDATE SET"
                            + " count = max(count, excluded.count),"
                            + " last_at = max(last_at, excluded.last_at)",
                    one.id(),
                    one.plays(),
                    one.played().orElse(Instant.EPOCH).toEpochMilli());
        }
        if (one.removed().isPresent()) {
            writing.run(
                    "UPDATE track SET removed_at = ? WHERE id = ?",
                    one.removed().get().toEpochMilli(),
                    one.id());
        }
        if (one.settings().isPresent()) {
            writing.run(
                    "INSERT OR REPLACE INTO track_preset VALUES (?, ?)",
                    one.id(),
                    one.settings().get());
        }
    }

    @Override
    public Map<String, String> settings() throws IOException {
        return database.read(
                () -> {
                    Map<String, String> found = new TreeMap<>();
                    reading.each(
                            "SELECT key, json FROM setting",
                            row -> Map.entry(row.getString(0), row.getString(1)),
                            entry -> found.put(entry.getKey(), entry.getValue()));
                    return found;
                });
    }

    @Override
    public void addSettings(Map<String, String> settings) throws IOException {
        database.write(
                () -> {
                    for (Map.Entry<String, String> one : settings.entrySet()) {
                        writing.run(
                                "INSERT OR REPLACE INTO setting VALUES (?, ?)",
                                one.getKey(),
                                one.getValue());
                    }
                    return null;
                });
    }
}
