package auralis.library.db;

import auralis.library.search.Fold;
import auralis.library.search.Query;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The artists, albums and genres that tracks belong to. They are made when a track names them and
 * dropped when none does; names that fold alike are one.
 */
final class TrackGroups {
    private static final String ALBUMS =
            """
            SELECT b.id, b.title, a.name, min(t.year_number), count(*), total(t.seconds),
                   min(t.path)
            FROM album b
                JOIN artist a ON a.id = b.artist_id
                JOIN track t ON t.album_id = b.id AND t.removed_at IS NULL
            %s
            GROUP BY b.id
            ORDER BY a.sort_key, min(t.year_number), b.sort_key
            """;

    private static final String ARTISTS =
            """
            SELECT a.id, a.name, count(DISTINCT t.album_id), count(*)
            FROM artist a JOIN track t ON t.artist_id = a.id AND t.removed_at IS NULL
            %s
            GROUP BY a.id
            ORDER BY a.sort_key
            """;

    private static final String GENRES =
            """
            SELECT g.id, g.name, count(*)
            FROM genre g JOIN track t ON t.genre_id = g.id AND t.removed_at IS NULL
            %s
            GROUP BY g.id
            ORDER BY g.sort_key
            """;

    private final Sql sql;

    TrackGroups(Sql sql) {
        this.sql = sql;
    }

    /** Rows: id, title, artist, year, tracks, seconds, path of a track. */
    static String albums(Query query) {
        return ALBUMS.formatted(among("b.id", "album_id", query));
    }

    /** Rows: id, name, albums, tracks. */
    static String artists(Query query) {
        return ARTISTS.formatted(among("a.id", "artist_id", query));
    }

    /** Rows: id, name, tracks. */
    static String genres(Query query) {
        return GENRES.formatted(among("g.id", "genre_id", query));
    }

    private static String among(String id, String column, Query query) {
        return query.all().isEmpty()
                ? ""
                : "WHERE " + id + " IN (" + QuerySql.select("t." + column, query) + ")";
    }

    /** Fills in the ids of the groups that the texts of a row name. */
    void assign(TrackRow row) throws SQLException {
        row.artistId = row.artist.isEmpty() ? null : Long.valueOf(named("artist", row.artist));
        row.genreId = row.genre.isEmpty() ? null : Long.valueOf(named("genre", row.genre));
        row.albumId = row.album.isEmpty() ? null : Long.valueOf(album(row));
    }

    private long album(TrackRow row) throws SQLException {
        String key = Fold.sortKey(row.album);
        long artist = named("artist", row.albumArtist.isEmpty() ? row.artist : row.albumArtist);
        String found = "SELECT id FROM album WHERE sort_key = ? AND artist_id = ?";
        Optional<Long> id = sql.first(found, result -> result.getLong(0), key, artist);
        if (id.isPresent()) {
            return id.get();
        }
        sql.run(
                "INSERT INTO album (title, artist_id, sort_key) VALUES (?, ?, ?)",
                row.album,
                artist,
                key);
        return sql.first(found, result -> result.getLong(0), key, artist).orElseThrow();
    }

    private long named(String table, String name) throws SQLException {
        String key = Fold.sortKey(name);
        String found = "SELECT id FROM " + table + " WHERE sort_key = ?";
        Optional<Long> id = sql.first(found, result -> result.getLong(0), key);
        if (id.isPresent()) {
            return id.get();
        }
        sql.run("INSERT INTO " + table + " (name, sort_key) VALUES (?, ?)", name, key);
        return sql.first(found, result -> result.getLong(0), key).orElseThrow();
    }

    /** Drops the groups that no track names, hidden ones included. */
    void dropEmpty() throws SQLException {
        sql.run(
                "DELETE FROM album WHERE NOT EXISTS"
                        + " (SELECT 1 FROM track t WHERE t.album_id = album.id)");
        sql.run(
                "DELETE FROM artist WHERE NOT EXISTS"
                        + " (SELECT 1 FROM track t WHERE t.artist_id = artist.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM album b WHERE b.artist_id = artist.id)");
        sql.run(
                "DELETE FROM genre WHERE NOT EXISTS"
                        + " (SELECT 1 FROM track t WHERE t.genre_id = genre.id)");
    }
}
