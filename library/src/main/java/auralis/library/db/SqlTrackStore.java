package auralis.library.db;

import auralis.dsp.fingerprint.Fingerprint;
import auralis.library.search.Query;
import auralis.library.track.Album;
import auralis.library.track.Artist;
import auralis.library.track.FileStamp;
import auralis.library.track.Genre;
import auralis.library.track.KnownFile;
import auralis.library.track.Measured;
import auralis.library.track.PathKey;
import auralis.library.track.Presence;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import auralis.library.track.TrackFile;
import auralis.library.track.TrackOrder;
import auralis.library.track.TrackStore;
import com.j256.ormlite.dao.Dao;
import com.j256.ormlite.dao.DaoManager;
import com.j256.ormlite.support.DatabaseResults;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

final class SqlTrackStore implements TrackStore {
    private static final TrackMapper TRACK = new TrackMapper();
    private static final String AMONG = "(SELECT value FROM json_each(?))";

    private static final String KNOWN_FILE =
            "SELECT id, path, path_key, root_id, bytes, modified_ms, content, presence,"
                    + " removed_at FROM track";

    private final Database database;
    private final Sql reading;
    private final Sql writing;
    private final Dao<TrackRow, Long> rows;
    private final TrackGroups groups;
    private final TrackText text;
    private final TrackSearch search;

    SqlTrackStore(Database database) throws SQLException {
        this.database = database;
        this.reading = new Sql(database.reading());
        this.writing = new Sql(database.writing());
        this.rows = DaoManager.createDao(database.writing(), TrackRow.class);
        this.groups = new TrackGroups(writing);
        this.text = new TrackText(writing);
        this.search = new TrackSearch(reading, database.orders());
    }

    @Override
    public List<Track> all() throws IOException {
        return database.read(() -> reading.list(TrackMapper.SELECT + " ORDER BY t.id", TRACK));
    }

    @Override
    public List<Track> get(Collection<Long> ids) throws IOException {
        return database.read(() -> tracks(reading, ids));
    }

    private static List<Track> tracks(Sql sql, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Track> found = new java.util.HashMap<>();
        sql.each(
                TrackMapper.SELECT + " AND t.id IN " + AMONG,
                TRACK,
                track -> found.put(track.id(), track),
                array(ids));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    @Override
    public Optional<Track> find(Path file) throws IOException {
        return database.read(
                () ->
                        reading.first(
                                TrackMapper.SELECT + " AND t.path_key = ?",
                                TRACK,
                                PathKey.of(file)));
    }

    @Override
    public List<Long> search(Query query, TrackOrder order, boolean descending) throws IOException {
        return database.read(() -> search.find(query, order, descending));
    }

    @Override
    public List<Long> unmeasured() throws IOException {
        return database.read(
                () ->
                        reading.list(
                                "SELECT t.id FROM track t WHERE t.removed_at IS NULL"
                                        + " AND t.presence = 'PRESENT' AND t.state != 'FAILED'"
                                        + " AND (t.state = 'NEW' OR NOT EXISTS (SELECT 1 FROM"
                                        + " fingerprint f WHERE f.content = t.content"
                                        + " AND f.version = ?)) ORDER BY t.id",
                                row -> row.getLong(0),
                                Fingerprint.VERSION));
    }

    @Override
    public List<KnownFile> files() throws IOException {
        return database.read(() -> reading.list(KNOWN_FILE, SqlTrackStore::knownFile));
    }

    @Override
    public List<KnownFile> files(Path inside) throws IOException {
        Below below = Below.of(inside);
        return database.read(
                () ->
                        reading.list(
                                KNOWN_FILE + " WHERE path_key = ? OR " + Below.CONDITION,
                                SqlTrackStore::knownFile,
                                below.arguments(PathKey.of(inside))));
    }

    @Override
    public List<KnownFile> withContent(Collection<String> contents) throws IOException {
        return database.read(
                () ->
                        reading.list(
                                KNOWN_FILE + " WHERE content IN " + AMONG,
                                SqlTrackStore::knownFile,
                                texts(contents)));
    }

    private static KnownFile knownFile(DatabaseResults row) throws SQLException {
        return new KnownFile(
                row.getLong(0),
                Path.of(row.getString(1)),
                row.getString(2),
                Columns.id(row, 3),
                new FileStamp(row.getLong(4), row.getLong(5)),
                Optional.ofNullable(row.getString(6)),
                Presence.valueOf(row.getString(7)),
                row.getLong(8) != 0);
    }

    @Override
    public List<Track> add(Collection<TrackFile> files) throws IOException {
        return moving(
                TrackOrders.ALL,
                () -> {
                    Set<Long> added = new HashSet<>();
                    List<Long> inOrder = new ArrayList<>();
                    for (TrackFile file : files) {
                        long id = insert(file);
                        if (id > 0 && added.add(id)) {
                            inOrder.add(id);
                        }
                    }
                    return tracks(writing, inOrder);
                });
    }

    /** Answers 0 where the file is known. */
    private long insert(TrackFile file) throws SQLException {
        boolean known =
                writing.first(
                                "SELECT id FROM track WHERE path_key = ?",
                                row -> row.getLong(0),
                                PathKey.of(file.file()))
                        .isPresent();
        if (known) {
            return 0;
        }
        TrackRow row = new TrackRow();
        row.describe(file);
        row.addedAt = System.currentTimeMillis();
        groups.assign(row);
        rows.create(row);
        text.put(row);
        return row.id;
    }

    @Override
    public List<Track> refresh(Map<Long, TrackFile> files) throws IOException {
        return moving(
                TrackOrders.ALL,
                () -> {
                    for (Map.Entry<Long, TrackFile> entry : files.entrySet()) {
                        refresh(entry.getKey(), entry.getValue());
                    }
                    groups.dropEmpty();
                    return tracks(writing, files.keySet());
                });
    }

    private void refresh(long id, TrackFile file) throws SQLException {
        TrackRow row = rows.queryForId(id);
        if (row != null) {
            row.describe(file);
            groups.assign(row);
            rows.update(row);
            text.put(row);
        }
    }

    @Override
    public List<Track> setPresence(Collection<Long> ids, Presence presence) throws IOException {
        return change(
                ids,
                Set.of(),
                () ->
                        writing.run(
                                "UPDATE track SET presence = ? WHERE id IN " + AMONG,
                                presence.name(),
                                array(ids)));
    }

    @Override
    public Optional<Track> measured(
            long id, String content, Stream stream, Measured measured, Optional<String> problem)
            throws IOException {
        return change(
                id,
                row -> {
                    row.content = content;
                    row.describe(stream);
                    row.describe(measured);
                    row.state = Track.State.ANALYZED.name();
                    row.problem = problem.orElse(null);
                });
    }

    @Override
    public Optional<Track> failed(long id, String problem) throws IOException {
        return change(
                id,
                row -> {
                    row.state = Track.State.FAILED.name();
                    row.problem = problem;
                });
    }

    private Optional<Track> change(long id, java.util.function.Consumer<TrackRow> how)
            throws IOException {
        return moving(
                TrackOrders.OF_MEASURED,
                () -> {
                    TrackRow row = rows.queryForId(id);
                    if (row == null) {
                        return Optional.empty();
                    }
                    how.accept(row);
                    rows.update(row);
                    return tracks(writing, List.of(id)).stream().findFirst();
                });
    }

    @Override
    public List<Track> setFavourite(Collection<Long> ids, boolean favourite) throws IOException {
        return change(
                ids,
                Set.of(TrackOrder.FAVOURITE),
                () ->
                        favourite
                                ? writing.run(
                                        "INSERT OR IGNORE INTO favourite SELECT id, ? FROM track"
                                                + " WHERE id IN "
                                                + AMONG,
                                        System.currentTimeMillis(),
                                        array(ids))
                                : writing.run(
                                        "DELETE FROM favourite WHERE track_id IN " + AMONG,
                                        array(ids)));
    }

    @Override
    public Optional<Track> played(long id, Instant at) throws IOException {
        List<Long> ids = List.of(id);
        return change(
                        ids,
                        TrackOrders.OF_PLAYS,
                        () ->
                                writing.run(
                                        "INSERT INTO play SELECT id, 1, ? FROM track WHERE id = ?"
                                            + " ON CONFLICT (track_id) DO UPDATE SET count = count"
                                            + " + 1, last_at = excluded.last_at",
                                        at.toEpochMilli(),
                                        id))
                .stream()
                .findFirst();
    }

    /** A change of tracks in one statement. */
    private interface Change {
        int run() throws SQLException;
    }

    private List<Track> change(Collection<Long> ids, Set<TrackOrder> moved, Change change)
            throws IOException {
        return moving(
                moved,
                () -> {
                    change.run();
                    return tracks(writing, ids);
                });
    }

    /** Runs changes after which some orders are not what they were. */
    private <T> T moving(Set<TrackOrder> moved, Callable<T> changes) throws IOException {
        try {
            return database.write(changes);
        } finally {
            database.orders().forget(moved);
        }
    }

    @Override
    public void remove(Collection<Long> ids) throws IOException {
        change(
                ids,
                Set.of(),
                () ->
                        writing.run(
                                "UPDATE track SET removed_at = ? WHERE removed_at IS NULL"
                                        + " AND id IN "
                                        + AMONG,
                                System.currentTimeMillis(),
                                array(ids)));
    }

    @Override
    public List<Track> restore(Collection<Long> ids) throws IOException {
        return change(
                ids,
                Set.of(),
                () ->
                        writing.run(
                                "UPDATE track SET removed_at = NULL WHERE id IN " + AMONG,
                                array(ids)));
    }

    @Override
    public List<Album> albums(Query query) throws IOException {
        return database.read(() -> reading.list(TrackGroups.albums(query), SqlTrackStore::album));
    }

    private static Album album(DatabaseResults row) throws SQLException {
        return new Album(
                row.getLong(0),
                row.getString(1),
                row.getString(2),
                Columns.whole(row, 3),
                row.getInt(4),
                row.getDouble(5),
                Path.of(row.getString(6)));
    }

    @Override
    public List<Artist> artists(Query query) throws IOException {
        return database.read(
                () ->
                        reading.list(
                                TrackGroups.artists(query),
                                row ->
                                        new Artist(
                                                row.getLong(0),
                                                row.getString(1),
                                                row.getInt(2),
                                                row.getInt(3))));
    }

    @Override
    public List<Genre> genres(Query query) throws IOException {
        return database.read(
                () ->
                        reading.list(
                                TrackGroups.genres(query),
                                row -> new Genre(row.getLong(0), row.getString(1), row.getInt(2))));
    }

    private static String array(Collection<Long> ids) {
        return ids.toString();
    }

    /** Contents are digits, letters and hyphens. */
    private static String texts(Collection<String> contents) {
        return contents.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }
}
