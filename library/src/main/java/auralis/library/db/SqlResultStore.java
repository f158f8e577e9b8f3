package auralis.library.db;

import auralis.library.track.ResultStore;
import com.j256.ormlite.dao.BaseDaoImpl;
import com.j256.ormlite.dao.Dao;
import com.j256.ormlite.support.ConnectionSource;
import com.j256.ormlite.table.DatabaseTableConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** One table of keys and JSON texts. */
final class SqlResultStore implements ResultStore {
    private final Database database;
    private final Dao<StoredJson, String> reading;
    private final Dao<StoredJson, String> writing;

    SqlResultStore(Database database, String table) throws SQLException {
        this.database = database;
        this.reading = dao(database.reading(), table);
        this.writing = dao(database.writing(), table);
    }

    private static Dao<StoredJson, String> dao(ConnectionSource source, String table)
            throws SQLException {
        DatabaseTableConfig<StoredJson> config =
                DatabaseTableConfig.fromClass(source.getDatabaseType(), StoredJson.class);
        config.setTableName(table);
        // Not by DaoManager, which keeps one DAO for a class and would give the same table twice.
        BaseDaoImpl<StoredJson, String> dao = new BaseDaoImpl<>(source, config) {};
        dao.initialize();
        return dao;
    }

    @Override
    public Optional<String> get(String key) throws IOException {
        return database.read(
                () -> Optional.ofNullable(reading.queryForId(key)).map(row -> row.json));
    }

    @Override
    public void put(String key, String json) throws IOException {
        database.write(() -> writing.createOrUpdate(new StoredJson(key, json)));
    }
}
