package auralis.library.db;

import auralis.library.track.PathKey;
import auralis.library.track.TrackOrder;
import auralis.library.track.Version;
import auralis.library.track.VersionStore;
import com.j256.ormlite.support.DatabaseResults;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

final class SqlVersionStore implements VersionStore {
    private static final String SELECT =
            "SELECT id, track_id, path, preset, integrated_lufs, true_peak_dbtp, created_at"
                    + " FROM version";

    private final Database database;
    private final Sql reading;
    private final Sql writing;

    SqlVersionStore(Database database) {
        this.database = database;
        this.reading = new Sql(database.reading());
        this.writing = new Sql(database.writing());
    }

    @Override
    public List<Version> of(long track) throws IOException {
        return database.read(
                () ->
                        reading.list(
                                SELECT + " WHERE track_id = ? ORDER BY created_at DESC, id DESC",
                                SqlVersionStore::version,
                                track));
    }

    @Override
    public List<Version> all() throws IOException {
        return database.read(() -> reading.list(SELECT, SqlVersionStore::version));
    }

    @Override
    public Version add(Version version) throws IOException {
        String key = PathKey.of(version.file());
        return counting(
                () -> {
                    writing.run("DELETE FROM version WHERE path_key = ?", key);
                    writing.run(
                            "INSERT INTO version (track_id, path, path_key, preset,"
                                    + " integrated_lufs, true_peak_dbtp, created_at)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                            version.track(),
                            version.file().toString(),
                            key,
                            version.preset(),
                            TrackRow.nullable(version.integratedLufs()),
                            TrackRow.nullable(version.truePeakDbtp()),
                            version.created().toEpochMilli());
                    return writing.first(
                                    SELECT + " WHERE path_key = ?", SqlVersionStore::version, key)
                            .orElseThrow();
                });
    }

    @Override
    public void remove(long id) throws IOException {
        counting(() -> writing.run("DELETE FROM version WHERE id = ?", id));
    }

    private <T> T counting(Callable<T> changes) throws IOException {
        try {
            return database.write(changes);
        } finally {
            database.orders().forget(Set.of(TrackOrder.VERSIONS));
        }
    }

    private static Version version(DatabaseResults row) throws SQLException {
        return new Version(
                row.getLong(0),
                row.getLong(1),
                Path.of(row.getString(2)),
                row.getString(3),
                Columns.decimal(row, 4),
                Columns.decimal(row, 5),
                Instant.ofEpochMilli(row.getLong(6)));
    }
}
