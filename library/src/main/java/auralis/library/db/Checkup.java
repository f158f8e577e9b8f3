package auralis.library.db;

import auralis.library.search.Fold;
import auralis.library.track.LibraryCheck;
import com.j256.ormlite.dao.CloseableIterator;
import com.j256.ormlite.dao.Dao;
import com.j256.ormlite.dao.DaoManager;
import com.j256.ormlite.support.ConnectionSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks whether a database is sound, and repairs what can be made again. */
final class Checkup {
    private static final int SAMPLE = 200;
    private static final List<String> RESULTS =
            List.of("analysis", "fingerprint", "loudness", "waveform");

    private static final String SEEN = "SELECT count(*) FROM track WHERE removed_at IS NULL";
    private static final String UNUSED =
            " FROM %s WHERE content NOT IN (SELECT content FROM track WHERE content IS NOT NULL)";
    private static final String DUPLICATES =
            SEEN
                    + " AND content IN (SELECT content FROM track WHERE removed_at IS NULL"
                    + " AND presence = 'PRESENT' AND content IS NOT NULL"
                    + " GROUP BY content HAVING count(*) > 1)";
    private static final String EMPTY_GROUPS =
            """
            SELECT (SELECT count(*) FROM album b
                    WHERE NOT EXISTS (SELECT 1 FROM track t WHERE t.album_id = b.id))
                 + (SELECT count(*) FROM genre g
                    WHERE NOT EXISTS (SELECT 1 FROM track t WHERE t.genre_id = g.id))
                 + (SELECT count(*) FROM artist a
                    WHERE NOT EXISTS (SELECT 1 FROM track t WHERE t.artist_id = a.id)
                      AND NOT EXISTS (SELECT 1 FROM album b WHERE b.artist_id = a.id))
            """;
    private static final String UNEQUAL_WORDS =
            """
            SELECT (SELECT count(*) FROM track WHERE id NOT IN (SELECT id FROM track_text_docsize))
                 + (SELECT count(*) FROM track_text_docsize WHERE id NOT IN (SELECT id FROM track))
            """;

    private final Sql reading;
    private final Optional<String> readOnly;

    /**
     * @param reading on a connection that did not search yet: the index of words takes what it
     *     remembers of an older state for damage
     */
    Checkup(Sql reading, Optional<String> readOnly) {
        this.reading = reading;
        this.readOnly = readOnly;
    }

    LibraryCheck look() throws SQLException {
        List<String> damage = damage(reading);
        // What a broken database tells about the rest is worth nothing.
        return damage.isEmpty()
                ? rest()
                : new LibraryCheck(damage, 0, 0, 0, 0, 0, 0, 0, 0, 0, readOnly);
    }

    /** Sentences of SQLite about what is broken. */
    static List<String> damage(Sql sql) throws SQLException {
        List<String> found =
                new ArrayList<>(sql.list("PRAGMA integrity_check", row -> row.getString(0)));
        found.remove("ok");
        sql.each(
                "PRAGMA foreign_key_check",
                row -> "A row of " + row.getString(0) + " refers to what is not there.",
                found::add);
        return found;
    }

    private LibraryCheck rest() throws SQLException {
        return new LibraryCheck(
                List.of(),
                count(UNEQUAL_WORDS) + wrongWordsOfSome(),
                unusedResults(),
                count(EMPTY_GROUPS),
                count(SEEN),
                count("SELECT count(*) FROM track WHERE removed_at IS NOT NULL"),
                count(SEEN + " AND presence = 'MISSING'"),
                count(SEEN + " AND presence = 'OFFLINE'"),
                count(DUPLICATES),
                count("SELECT count(*) FROM scan_problem"),
                readOnly);
    }

    private int count(String sql) throws SQLException {
        return reading.first(sql, row -> row.getInt(0)).orElse(0);
    }

    private int unusedResults() throws SQLException {
        int count = 0;
        for (String table : RESULTS) {
            count += count("SELECT count(*)" + String.format(UNUSED, table));
        }
        return count;
    }

    private record Named(long id, String title) {}

    /** Searches some tracks, taken at random, by their titles. */
    private int wrongWordsOfSome() throws SQLException {
        List<Named> some =
                reading.list(
                        "SELECT id, title FROM track WHERE id IN (SELECT id FROM"
                                + " track_text_docsize) ORDER BY random() LIMIT "
                                + SAMPLE,
                        row -> new Named(row.getLong(0), row.getString(1)));
        int wrong = 0;
        for (Named track : some) {
            wrong += isFound(track) ? 0 : 1;
        }
        return wrong;
    }

    private boolean isFound(Named track) throws SQLException {
        String words = Fold.text(track.title()).replace("\"", "\"\"");
        boolean nothingToFind = words.codePoints().noneMatch(Character::isLetterOrDigit);
        Optional<Long> found =
                nothingToFind
                        ? Optional.of(track.id())
                        : reading.first(
                                "SELECT rowid FROM track_text WHERE rowid = ? AND track_text"
                                        + " MATCH ?",
                                row -> row.getLong(0),
                                track.id(),
                                "{title} : \"" + words + "\"");
        return found.isPresent();
    }

    /** Drops what nothing refers to, and makes the index of words anew. */
    static void repair(ConnectionSource writing) throws SQLException {
        Sql sql = new Sql(writing);
        for (String table : RESULTS) {
            sql.run("DELETE" + String.format(UNUSED, table));
        }
        new TrackGroups(sql).dropEmpty();
        TrackText text = new TrackText(sql);
        Dao<TrackRow, Long> rows = DaoManager.createDao(writing, TrackRow.class);
        sql.run("INSERT INTO track_text (track_text) VALUES ('delete-all')");
        CloseableIterator<TrackRow> all = rows.iterator();
        try {
            while (all.hasNext()) {
                text.put(all.next());
            }
        } finally {
            all.closeQuietly();
        }
    }
}
