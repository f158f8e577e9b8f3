package auralis.library.db;

import auralis.library.search.Fold;
import auralis.library.track.Playlist;
import auralis.library.track.PlaylistStore;
import com.j256.ormlite.support.DatabaseResults;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class SqlPlaylistStore implements PlaylistStore {
    private static final String SELECT =
            """
            SELECT p.id, p.name, p.search,
                   (SELECT count(*) FROM playlist_entry e JOIN track t ON t.id = e.track_id
                    WHERE e.playlist_id = p.id AND t.removed_at IS NULL)
            FROM playlist p
            """;

    private final Database database;
    private final Sql reading;
    private final Sql writing;

    SqlPlaylistStore(Database database) {
        this.database = database;
        this.reading = new Sql(database.reading());
        this.writing = new Sql(database.writing());
    }

    @Override
    public List<Playlist> all() throws IOException {
        return database.read(
                () ->
                        reading.list(
                                SELECT + " ORDER BY p.position, p.id", SqlPlaylistStore::playlist));
    }

    private static Playlist playlist(DatabaseResults row) throws SQLException {
        return new Playlist(
                row.getLong(0),
                row.getString(1),
                Optional.ofNullable(row.getString(2)),
                row.getInt(3));
    }

    @Override
    public Playlist create(String name, Optional<String> search) throws IOException {
        return database.write(
                () -> {
                    refuseTaken(0, name);
                    insert(null, name, search);
                    return writing.first(
                                    SELECT + " WHERE p.sort_key = ?",
                                    SqlPlaylistStore::playlist,
                                    Fold.sortKey(name))
                            .orElseThrow();
                });
    }

    private void insert(Long id, String name, Optional<String> search) throws SQLException {
        writing.run(
                "INSERT INTO playlist (id, name, sort_key, search, position, created_at)"
                        + " VALUES (?, ?, ?, ?,"
                        + " (SELECT coalesce(max(position), 0) + 1 FROM playlist), ?)",
                id,
                name.strip(),
                Fold.sortKey(name),
                search.orElse(null),
                System.currentTimeMillis());
    }

    private void refuseTaken(long id, String name) throws SQLException, IOException {
        if (name.isBlank()) {
            throw new IOException("A playlist needs a name.");
        }
        Optional<String> taken =
                writing.first(
                        "SELECT name FROM playlist WHERE sort_key = ? AND id != ?",
                        row -> row.getString(0),
                        Fold.sortKey(name),
                        id);
        if (taken.isPresent()) {
            throw new IOException(
                    "There is a playlist \"" + taken.get() + "\" already. Choose another name.");
        }
    }

    @Override
    public void rename(long id, String name) throws IOException {
        database.write(
                () -> {
                    refuseTaken(id, name);
                    return writing.run(
                            "UPDATE playlist SET name = ?, sort_key = ? WHERE id = ?",
                            name.strip(),
                            Fold.sortKey(name),
                            id);
                });
    }

    @Override
    public void setSearch(long id, String search) throws IOException {
        database.write(
                () -> writing.run("UPDATE playlist SET search = ? WHERE id = ?", search, id));
    }

    @Override
    public void remove(long id) throws IOException {
        database.write(() -> writing.run("DELETE FROM playlist WHERE id = ?", id));
    }

    @Override
    public void restore(Playlist playlist, List<Long> tracks) throws IOException {
        database.write(
                () -> {
                    refuseTaken(playlist.id(), playlist.name());
                    insert(playlist.id(), playlist.name(), playlist.search());
                    fill(playlist.id(), tracks);
                    return null;
                });
    }

    @Override
    public List<Long> tracks(long id) throws IOException {
        return database.read(
                () ->
                        reading.list(
                                "SELECT e.track_id FROM playlist_entry e JOIN track t ON t.id ="
                                        + " e.track_id WHERE e.playlist_id = ? AND t.removed_at IS"
                                        + " NULL ORDER BY e.position",
                                row -> row.getLong(0),
                                id));
    }

    /** Tracks that are hidden now keep an entry, at the end, for the day they come back. */
    @Override
    public void setTracks(long id, List<Long> tracks) throws IOException {
        database.write(
                () -> {
                    List<Long> all = new ArrayList<>(tracks);
                    all.addAll(hidden(id));
                    writing.run("DELETE FROM playlist_entry WHERE playlist_id = ?", id);
                    fill(id, all);
                    return null;
                });
    }

    private List<Long> hidden(long id) throws SQLException {
        return writing.list(
                "SELECT e.track_id FROM playlist_entry e JOIN track t ON t.id = e.track_id"
                        + " WHERE e.playlist_id = ? AND t.removed_at IS NOT NULL"
                        + " ORDER BY e.position",
                row -> row.getLong(0),
                id);
    }

    /** A track that is gone for good is left out. */
    private void fill(long id, List<Long> tracks) throws SQLException {
        writing.run(
                "INSERT INTO playlist_entry SELECT ?, j.key, j.value"
                        + " FROM json_each(?) j JOIN track t ON t.id = j.value",
                id,
                tracks.toString());
    }

    @Override
    public void arrange(List<Long> ids) throws IOException {
        database.write(
                () ->
                        writing.run(
                                "UPDATE playlist SET position = j.key FROM json_each(?) j"
                                        + " WHERE j.value = playlist.id",
                                ids.toString()));
    }
}
