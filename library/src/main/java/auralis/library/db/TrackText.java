package auralis.library.db;

import auralis.library.search.Fold;
import java.nio.file.Path;
import java.sql.SQLException;

/** The index of the folded words of tracks. */
final class TrackText {
    private final Sql sql;

    TrackText(Sql sql) {
        this.sql = sql;
    }

    /** Indexes a track, in place of what was there before. */
    void put(TrackRow row) throws SQLException {
        sql.run(
                "INSERT OR REPLACE INTO track_text (rowid, title, artist, album, album_artist,"
                        + " genre, file, folder, composer, comment)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.id,
                Fold.text(row.title),
                Fold.text(row.artist),
                Fold.text(row.album),
                Fold.text(row.albumArtist),
                Fold.text(row.genre),
                file(row.path),
                folder(row.path),
                Fold.text(row.composer),
                Fold.text(row.comment));
    }

    static String file(String path) {
        return Fold.text(Path.of(path).getFileName().toString());
    }

    static String folder(String path) {
        Path parent = Path.of(path).getParent();
        return parent == null ? "" : Fold.text(parent.toString());
    }
}
