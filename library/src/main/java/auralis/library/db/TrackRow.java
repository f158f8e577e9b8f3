package auralis.library.db;

import auralis.library.media.Tags;
import auralis.library.search.Fold;
import auralis.library.track.Measured;
import auralis.library.track.PathKey;
import auralis.library.track.Presence;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import auralis.library.track.TrackFile;
import com.j256.ormlite.field.DatabaseField;
import com.j256.ormlite.table.DatabaseTable;
import java.util.OptionalDouble;
import java.util.OptionalInt;

@DatabaseTable(tableName = "track")
final class TrackRow {
    @DatabaseField(generatedId = true)
    long id;

    @DatabaseField(columnName = "root_id")
    Long rootId;

    @DatabaseField String path;

    @DatabaseField(columnName = "path_key")
    String pathKey;

    @DatabaseField long bytes;

    @DatabaseField(columnName = "modified_ms")
    long modifiedMs;

    @DatabaseField String content;
    @DatabaseField String title;
    @DatabaseField String artist;
    @DatabaseField String album;

    @DatabaseField(columnName = "album_artist")
    String albumArtist;

    @DatabaseField String track;
    @DatabaseField String disc;
    @DatabaseField String year;
    @DatabaseField String genre;
    @DatabaseField String composer;
    @DatabaseField String comment;

    @DatabaseField(columnName = "track_number")
    Integer trackNumber;

    @DatabaseField(columnName = "disc_number")
    Integer discNumber;

    @DatabaseField(columnName = "year_number")
    Integer yearNumber;

    @DatabaseField(columnName = "title_key")
    String titleKey;

    @DatabaseField(columnName = "artist_id")
    Long artistId;

    @DatabaseField(columnName = "album_id")
    Long albumId;

    @DatabaseField(columnName = "genre_id")
    Long genreId;

    @DatabaseField String codec;

    @DatabaseField(columnName = "sample_rate")
    Integer sampleRate;

    @DatabaseField Integer channels;

    @DatabaseField(columnName = "bit_depth")
    Integer bitDepth;

    @DatabaseField Double seconds;
    @DatabaseField String state;
    @DatabaseField String presence;

    @DatabaseField(columnName = "integrated_lufs")
    Double integratedLufs;

    @DatabaseField(columnName = "range_lu")
    Double rangeLu;

    @DatabaseField(columnName = "true_peak_dbtp")
    Double truePeakDbtp;

    @DatabaseField String problem;

    @DatabaseField(columnName = "added_at")
    long addedAt;

    @DatabaseField(columnName = "removed_at")
    Long removedAt;

    /** Takes over what looking at the file told; where its content is another, it counts as new. */
    void describe(TrackFile file) {
        String newContent = file.content().orElse(null);
        boolean same = newContent != null && newContent.equals(content);
        rootId = file.root().isPresent() ? Long.valueOf(file.root().getAsLong()) : null;
        path = file.file().toString();
        pathKey = PathKey.of(file.file());
        bytes = file.stamp().bytes();
        modifiedMs = file.stamp().modifiedMs();
        content = newContent;
        presence = Presence.PRESENT.name();
        describe(file.tags());
        titleKey = Fold.sortKey(Track.title(file.tags(), file.file()));
        if (!same) {
            describe(file.stream());
            state = (file.problem().isPresent() ? Track.State.FAILED : Track.State.NEW).name();
            problem = file.problem().orElse(null);
            describe(Measured.NOTHING);
        }
    }

    private void describe(Tags tags) {
        title = tags.title();
        artist = tags.artist();
        album = tags.album();
        albumArtist = tags.albumArtist();
        track = tags.track();
        disc = tags.disc();
        year = tags.year();
        genre = tags.genre();
        composer = tags.composer();
        comment = tags.comment();
        trackNumber = nullable(tags.trackNumber());
        discNumber = nullable(tags.discNumber());
        yearNumber = nullable(tags.yearNumber());
    }

    void describe(Stream stream) {
        codec = stream.codec().orElse(null);
        sampleRate = nullable(stream.sampleRate());
        channels = nullable(stream.channels());
        bitDepth = nullable(stream.bitDepth());
        seconds = nullable(stream.seconds());
    }

    void describe(Measured measured) {
        integratedLufs = nullable(measured.integratedLufs());
        rangeLu = nullable(measured.rangeLu());
        truePeakDbtp = nullable(measured.truePeakDbtp());
    }

    static Double nullable(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }

    private static Integer nullable(OptionalInt value) {
        return value.isPresent() ? Integer.valueOf(value.getAsInt()) : null;
    }
}
