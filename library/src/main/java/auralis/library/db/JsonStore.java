package auralis.library.db;

import com.j256.ormlite.dao.BaseDaoImpl;
import com.j256.ormlite.dao.Dao;
import com.j256.ormlite.support.ConnectionSource;
import com.j256.ormlite.table.DatabaseTableConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** A table of JSON texts by key. */
public final class JsonStore {
    private final Database database;
    private final Dao<StoredJson, String> reading;
    private final Dao<StoredJson, String> writing;

    JsonStore(Database database, String table) throws SQLException {
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

    public Optional<String> get(String key) throws IOException {
        return database.read(
                () -> Optional.ofNullable(reading.queryForId(key)).map(row -> row.json));
    }

    public void put(String key, String json) throws IOException {
        database.write(() -> writing.createOrUpdate(new StoredJson(key, json)));
    }
}
