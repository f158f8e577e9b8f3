package auralis.library.db;

import auralis.library.media.Tags;
import auralis.library.track.Listened;
import auralis.library.track.Measured;
import auralis.library.track.Presence;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import com.j256.ormlite.dao.DatabaseResultsMapper;
import com.j256.ormlite.support.DatabaseResults;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Makes tracks of rows, by the place of the columns: 100 000 are read at every start. */
final class TrackMapper implements DatabaseResultsMapper<Track> {
    /** Ends where a condition may follow. */
    static final String SELECT =
            """
            SELECT t.id, t.path, t.title, t.artist, t.album, t.album_artist, t.track, t.disc,
                   t.year, t.genre, t.composer, t.comment, t.codec, t.sample_rate, t.channels,
                   t.bit_depth, t.seconds, t.state, t.presence, t.integrated_lufs, t.range_lu,
                   t.true_peak_dbtp, f.since, p.count, p.last_at, v.count, t.added_at, t.problem
            FROM track t
                LEFT JOIN favourite f ON f.track_id = t.id
                LEFT JOIN play p ON p.track_id = t.id
                LEFT JOIN (SELECT track_id, count(*) AS count FROM version GROUP BY track_id) v
                    ON v.track_id = t.id
            WHERE t.removed_at IS NULL
            """;

    @Override
    public Track mapRow(DatabaseResults row) throws SQLException {
        return new Track(
                row.getLong(0),
                Path.of(row.getString(1)),
                tags(row),
                stream(row),
                Track.State.valueOf(row.getString(17)),
                Presence.valueOf(row.getString(18)),
                new Measured(
                        Columns.decimal(row, 19),
                        Columns.decimal(row, 20),
                        Columns.decimal(row, 21)),
                listened(row),
                row.getInt(25),
                Instant.ofEpochMilli(row.getLong(26)),
                Optional.ofNullable(row.getString(27)));
    }

    private static Tags tags(DatabaseResults row) throws SQLException {
        return new Tags(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11));
    }

    private static Stream stream(DatabaseResults row) throws SQLException {
        return new Stream(
                Optional.ofNullable(row.getString(12)),
                Columns.whole(row, 13),
                Columns.whole(row, 14),
                Columns.whole(row, 15),
                Columns.decimal(row, 16));
    }

    private static Listened listened(DatabaseResults row) throws SQLException {
        boolean favourite = row.getLong(22) != 0;
        int plays = row.getInt(23);
        if (!favourite && plays == 0) {
            return Listened.NEVER;
        }
        Optional<Instant> last =
                plays == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.getLong(24)));
        return new Listened(favourite, plays, last);
    }
}
