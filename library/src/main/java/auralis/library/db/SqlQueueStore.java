package auralis.library.db;

import auralis.library.track.QueueStore;
import auralis.library.track.Repeat;
import auralis.library.track.StoredQueue;
import auralis.library.track.StoredQueue.Item;
import auralis.library.track.StoredQueue.Playing;
import com.j256.ormlite.support.DatabaseResults;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class SqlQueueStore implements QueueStore {
    private static final String ENTRIES =
            """
            SELECT e.track_id, e.rank, e.passed
            FROM queue_entry e JOIN track t ON t.id = e.track_id
            WHERE e.part = ? AND t.removed_at IS NULL
            ORDER BY e.position
            """;

    private static final String PLAYING =
            """
            SELECT c.track_id, c.of_context, c.seconds
            FROM queue_current c JOIN track t ON t.id = c.track_id
            WHERE t.removed_at IS NULL
            """;

    /** One that is not in the library is left out. */
    private static final String FILL =
            """
            INSERT INTO queue_entry
                SELECT ?, j.key, j.value ->> 0, j.value ->> 1, j.value ->> 2
                FROM json_each(?) j JOIN track t ON t.id = j.value ->> 0
            """;

    private final Database database;
    private final Sql reading;
    private final Sql writing;

    SqlQueueStore(Database database) {
        this.database = database;
        this.reading = new Sql(database.reading());
        this.writing = new Sql(database.writing());
    }

    private record State(String context, boolean shuffled, Repeat repeat) {
        static final State NONE = new State("", false, Repeat.OFF);
    }

    @Override
    public StoredQueue get() throws IOException {
        return database.read(
                () -> {
                    State state =
                            reading.first(
                                            "SELECT context, shuffled, repeat FROM queue_state",
                                            SqlQueueStore::state)
                                    .orElse(State.NONE);
                    return new StoredQueue(
                            items("QUEUE").stream().map(Item::track).toList(),
                            state.context(),
                            items("CONTEXT"),
                            state.shuffled(),
                            state.repeat(),
                            reading.first(PLAYING, SqlQueueStore::playing));
                });
    }

    private List<Item> items(String part) throws SQLException {
        return reading.list(
                ENTRIES, row -> new Item(row.getLong(0), row.getInt(1), row.getInt(2) != 0), part);
    }

    private static State state(DatabaseResults row) throws SQLException {
        return new State(row.getString(0), row.getInt(1) != 0, Repeat.valueOf(row.getString(2)));
    }

    private static Playing playing(DatabaseResults row) throws SQLException {
        return new Playing(row.getLong(0), row.getInt(1) != 0, row.getDouble(2));
    }

    @Override
    public void put(StoredQueue queue) throws IOException {
        database.write(
                () -> {
                    writing.run("DELETE FROM queue_entry");
                    fill("QUEUE", queue.entries().stream().map(id -> json(id, 0, false)).toList());
                    fill(
                            "CONTEXT",
                            queue.context().stream()
                                    .map(item -> json(item.track(), item.rank(), item.passed()))
                                    .toList());
                    writing.run(
                            "INSERT OR REPLACE INTO queue_state VALUES (1, ?, ?, ?)",
                            queue.contextName(),
                            queue.shuffled() ? 1 : 0,
                            queue.repeat().name());
                    replace(queue.playing());
                    return null;
                });
    }

    private static List<Long> json(long track, int rank, boolean passed) {
        return List.of(track, (long) rank, passed ? 1L : 0L);
    }

    private void fill(String part, List<List<Long>> items) throws SQLException {
        writing.run(FILL, part, items.toString());
    }

    @Override
    public void put(Optional<Playing> playing) throws IOException {
        database.write(
                () -> {
                    replace(playing);
                    return null;
                });
    }

    private void replace(Optional<Playing> playing) throws SQLException {
        writing.run("DELETE FROM queue_current");
        if (playing.isPresent()) {
            writing.run(
                    "INSERT INTO queue_current SELECT 1, t.id, ?, ? FROM track t WHERE t.id = ?",
                    playing.get().ofContext() ? 1 : 0,
                    playing.get().seconds(),
                    playing.get().track());
        }
    }
}
