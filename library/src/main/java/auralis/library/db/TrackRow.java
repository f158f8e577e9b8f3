package auralis.library.db;

import auralis.library.Track;
import com.j256.ormlite.field.DatabaseField;
import com.j256.ormlite.table.DatabaseTable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

@DatabaseTable(tableName = "track")
final class TrackRow {
    @DatabaseField(generatedId = true)
    long id;

    @DatabaseField String path;
    @DatabaseField String title;
    @DatabaseField String artist;
    @DatabaseField String album;
    @DatabaseField String state;
    @DatabaseField Double seconds;

    @DatabaseField(columnName = "integrated_lufs")
    Double integratedLufs;

    @DatabaseField(columnName = "true_peak_dbtp")
    Double truePeakDbtp;

    @DatabaseField String problem;

    @DatabaseField(columnName = "added_at")
    long addedAt;

    TrackRow() {}

    Track toTrack() {
        return new Track(
                id,
                Path.of(path),
                title,
                artist,
                album,
                Track.State.valueOf(state),
                optional(seconds),
                optional(integratedLufs),
                optional(truePeakDbtp),
                Optional.ofNullable(problem));
    }

    /** Takes over everything but the identity. */
    void describe(Track track) {
        path = track.file().toString();
        title = track.title();
        artist = track.artist();
        album = track.album();
        state = track.state().name();
        seconds = nullable(track.seconds());
        integratedLufs = nullable(track.integratedLufs());
        truePeakDbtp = nullable(track.truePeakDbtp());
        problem = track.problem().orElse(null);
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Double nullable(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
