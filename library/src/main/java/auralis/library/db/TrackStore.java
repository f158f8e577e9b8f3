package auralis.library.db;

import auralis.library.Track;
import com.j256.ormlite.dao.Dao;
import com.j256.ormlite.dao.DaoManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tracks, in the order in which they were added. */
public final class TrackStore {
    private final Database database;
    private final Dao<TrackRow, Long> reading;
    private final Dao<TrackRow, Long> writing;

    TrackStore(Database database) throws SQLException {
        this.database = database;
        this.reading = DaoManager.createDao(database.reading(), TrackRow.class);
        this.writing = DaoManager.createDao(database.writing(), TrackRow.class);
    }

    public List<Track> all() throws IOException {
        return database.read(
                () ->
                        reading.queryBuilder().orderBy("id", true).query().stream()
                                .map(TrackRow::toTrack)
                                .toList());
    }

    public Optional<Track> byFile(Path file) throws IOException {
        return database.read(
                () ->
                        reading.queryForEq("path", file.toString()).stream()
                                .map(TrackRow::toTrack)
                                .findFirst());
    }

    /** Adds those of the tracks whose file is not known yet, and answers them with their ids. */
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

    /** Stores what became known of a track; one that was removed meanwhile stays removed. */
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

    public void remove(Collection<Long> ids) throws IOException {
        database.write(() -> writing.deleteIds(ids));
    }
}
