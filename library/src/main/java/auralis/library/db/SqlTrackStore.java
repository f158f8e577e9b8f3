package auralis.library.db;

import auralis.library.Track;
import auralis.library.TrackStore;
import com.j256.ormlite.dao.Dao;
import com.j256.ormlite.dao.DaoManager;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

final class SqlTrackStore implements TrackStore {
    private final Database database;
    private final Dao<TrackRow, Long> reading;
    private final Dao<TrackRow, Long> writing;

    SqlTrackStore(Database database) throws SQLException {
        this.database = database;
        this.reading = DaoManager.createDao(database.reading(), TrackRow.class);
        this.writing = DaoManager.createDao(database.writing(), TrackRow.class);
    }

    @Override
    public List<Track> all() throws IOException {
        return database.read(
                () ->
                        reading.queryBuilder().orderBy("id", true).query().stream()
                                .map(TrackRow::toTrack)
                                .toList());
    }

    @Override
    public List<Track> add(Collection<Track> tracks) throws IOException {
        return database.write(
                () -> {
                    List<Track> added = new ArrayList<>();
                    for (Track track : tracks) {
                        if (writing.queryForEq("path", track.file().toString()).isEmpty()) {
                            added.add(insert(track));
                        }
                    }
                    return List.copyOf(added);
                });
    }

    private Track insert(Track track) throws SQLException {
        TrackRow row = new TrackRow();
        row.describe(track);
        row.addedAt = System.currentTimeMillis();
        writing.create(row);
        return row.toTrack();
    }

    @Override
    public void update(Track track) throws IOException {
        database.write(
                () -> {
                    TrackRow row = writing.queryForId(track.id());
                    if (row != null) {
                        row.describe(track);
                        writing.update(row);
                    }
                    return null;
                });
    }

    @Override
    public void remove(Collection<Long> ids) throws IOException {
        database.write(() -> writing.deleteIds(ids));
    }
}
