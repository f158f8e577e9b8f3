package auralis.library.db;

import auralis.library.track.JobState;
import auralis.library.track.JobStore;
import auralis.library.track.StoredJob;
import com.j256.ormlite.support.DatabaseResults;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

final class SqlJobStore implements JobStore {
    private static final String ROWS =
            """
            SELECT id, batch, work, source, payload, audio_seconds, state, phase, progress, attempts,
                   error, result, owner, active_ms, created_at, started_at, finished_at
            FROM job
            """;

    private static final String INSERT =
            """
            INSERT INTO job (batch, position, work, source, payload, audio_seconds, state, created_at)
            SELECT ?, coalesce(max(position), 0) + 1, ?, ?, ?, nullif(?, -1), ?, ? FROM job
            """;

    private static final String RESTORE =
            """
            INSERT OR IGNORE INTO job
                   (id, batch, position, work, source, payload, audio_seconds, state, phase, progress,
                    attempts, error, result, active_ms, created_at, started_at, finished_at)
            SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?, nullif(?, -1), ?, ?, ?, ?, ?, ?, ?, ?,
                   nullif(?, -1), nullif(?, -1) FROM job
            """;

    private static final String NEXT =
            """
            SELECT id FROM job
            WHERE state = 'PENDING' AND not_before <= ?
                  AND (? = '[]' OR id IN (SELECT value FROM json_each(?)))
            ORDER BY position LIMIT 1
            """;

    private static final String CLAIM =
            """
            UPDATE job SET state = 'RUNNING', owner = ?, heartbeat_at = ?, started_at = ?,
                           finished_at = NULL, attempts = attempts + 1, progress = 0, phase = NULL,
                           active_ms = 0, wish = NULL
            WHERE id = ?
            """;

    private static final String MOVE =
            """
            UPDATE job SET state = ?, not_before = 0, wish = NULL, owner = NULL,
                           progress = CASE WHEN ? = 'PENDING' THEN 0 ELSE progress END,
                           phase = CASE WHEN ? = 'PENDING' THEN NULL ELSE phase END,
                           error = CASE WHEN ? = 'PENDING' THEN NULL ELSE error END,
                           finished_at = CASE WHEN ? = 'CANCELLED' THEN ? ELSE NULL END
            WHERE owner IS NULL AND id IN (SELECT value FROM json_each(?))
                  AND state IN (SELECT value FROM json_each(?))
            """;

    private static final String LEFT_BEHIND =
            """
            SELECT id FROM job
            WHERE owner IS NULL AND id IN (SELECT value FROM json_each(?))
                  AND (state = 'INTERRUPTED'
                       OR state = 'PENDING'
                          AND batch IN (SELECT batch FROM job WHERE state = 'INTERRUPTED')
                          AND batch NOT IN (SELECT batch FROM job WHERE owner IS NOT NULL))
            """;

    private static final String INTERRUPT =
            "UPDATE job SET state = 'INTERRUPTED', attempts = attempts - 1, owner = NULL,"
                    + " wish = NULL WHERE ";

    private static final String ORDER =
            """
            UPDATE job SET position = (SELECT n FROM (
                SELECT j.id AS i, row_number() OVER (ORDER BY w.key IS NULL, w.key, j.position) AS n
                FROM job j LEFT JOIN json_each(?) w ON w.value = j.id) WHERE i = job.id)
            """;

    private final Database database;
    private final Sql reading;
    private final Sql writing;

    SqlJobStore(Database database) {
        this.database = database;
        this.reading = new Sql(database.reading());
        this.writing = new Sql(database.writing());
    }

    @Override
    public List<StoredJob> add(List<StoredJob> jobs) throws IOException {
        return database.write(
                () -> {
                    long batch = 0;
                    List<StoredJob> added = new ArrayList<>();
                    for (StoredJob job : jobs) {
                        insert(job, batch);
                        long id =
                                writing.first("SELECT last_insert_rowid()", row -> row.getLong(0))
                                        .orElseThrow();
                        batch = batch == 0 ? id : batch;
                        writing.run("UPDATE job SET batch = ? WHERE id = ?", batch, id);
                        added.addAll(writing.list(ROWS + "WHERE id = ?", SqlJobStore::job, id));
                    }
                    return added;
                });
    }

    private void insert(StoredJob job, long batch) throws SQLException {
        writing.run(
                INSERT,
                batch,
                job.work(),
                job.source(),
                job.payload(),
                job.audioSeconds().orElse(-1),
                job.state().name(),
                job.createdAt().toEpochMilli());
    }

    @Override
    public void restore(List<StoredJob> jobs) throws IOException {
        database.write(
                () -> {
                    for (StoredJob job : jobs) {
                        restore(job);
                    }
                    return null;
                });
    }

    private void restore(StoredJob job) throws SQLException {
        writing.run(
                RESTORE,
                job.id(),
                job.batch(),
                job.work(),
                job.source(),
                job.payload(),
                job.audioSeconds().orElse(-1),
                job.state().name(),
                job.phase().orElse(null),
                job.fraction(),
                job.attempts(),
                job.error().orElse(null),
                job.result().orElse(null),
                job.active().toMillis(),
                job.createdAt().toEpochMilli(),
                job.startedAt().map(Instant::toEpochMilli).orElse(-1L),
                job.finishedAt().map(Instant::toEpochMilli).orElse(-1L));
    }

    @Override
    public List<StoredJob> all() throws IOException {
        return database.read(() -> reading.list(ROWS + "ORDER BY position", SqlJobStore::job));
    }

    @Override
    public long changes() throws IOException {
        return database.read(
                () ->
                        reading.first("SELECT changes FROM job_clock", row -> row.getLong(0))
                                .orElseThrow());
    }

    @Override
    public Optional<StoredJob> claim(String owner, Set<Long> only, Instant now) throws IOException {
        String ids = only.toString();
        long ms = now.toEpochMilli();
        return database.write(
                () -> {
                    Optional<Long> next = writing.first(NEXT, row -> row.getLong(0), ms, ids, ids);
                    if (next.isEmpty()) {
                        return Optional.empty();
                    }
                    writing.run(CLAIM, owner, ms, ms, next.get());
                    return writing.first(ROWS + "WHERE id = ?", SqlJobStore::job, next.get());
                });
    }

    @Override
    public void beat(String owner, Map<Long, Beat> beats, Instant now) throws IOException {
        run(
                () -> {
                    for (Map.Entry<Long, Beat> beat : beats.entrySet()) {
                        writing.run(
                                "UPDATE job SET phase = ?, progress = ?, active_ms = ?,"
                                        + " heartbeat_at = ? WHERE id = ? AND owner = ?",
                                beat.getValue().phase(),
                                beat.getValue().fraction(),
                                beat.getValue().active().toMillis(),
                                now.toEpochMilli(),
                                beat.getKey(),
                                owner);
                    }
                    return null;
                });
    }

    @Override
    public Map<Long, Wish> wishes(String owner) throws IOException {
        return database.read(
                () -> {
                    Map<Long, Wish> wishes = new HashMap<>();
                    reading.each(
                            "SELECT id, wish FROM job WHERE owner = ? AND wish IS NOT NULL",
                            row -> Map.entry(row.getLong(0), Wish.valueOf(row.getString(1))),
                            wish -> wishes.put(wish.getKey(), wish.getValue()),
                            owner);
                    return wishes;
                });
    }

    @Override
    public int interrupt(String gone) throws IOException {
        return run(() -> writing.run(INTERRUPT + "owner = ?", gone));
    }

    @Override
    public int interruptSilent(Instant since) throws IOException {
        return run(
                () ->
                        writing.run(
                                INTERRUPT + "owner IS NOT NULL AND heartbeat_at < ?",
                                since.toEpochMilli()));
    }

    @Override
    public void setPaused(long id, String owner, boolean paused) throws IOException {
        run(
                () ->
                        writing.run(
                                "UPDATE job SET state = ?, wish = NULL WHERE id = ? AND owner = ?",
                                paused ? "PAUSED" : "RUNNING",
                                id,
                                owner));
    }

    @Override
    public void setResult(long id, String owner, String result) throws IOException {
        run(
                () ->
                        writing.run(
                                "UPDATE job SET result = ? WHERE id = ? AND owner = ?",
                                result,
                                id,
                                owner));
    }

    @Override
    public void end(long id, String owner, Ending ending) throws IOException {
        run(
                () ->
                        writing.run(
                                "UPDATE job SET state = ?, error = nullif(?, ''), result ="
                                    + " nullif(?, ''), active_ms = ?, finished_at = ?, progress ="
                                    + " CASE WHEN ? = 'DONE' THEN 1 ELSE progress END, owner ="
                                    + " NULL, wish = NULL WHERE id = ? AND owner = ?",
                                ending.state().name(),
                                ending.error().orElse(""),
                                ending.result().orElse(""),
                                ending.active().toMillis(),
                                ending.at().toEpochMilli(),
                                ending.state().name(),
                                id,
                                owner));
    }

    @Override
    public void giveBack(long id, String owner, JobState state, Instant notBefore)
            throws IOException {
        run(
                () ->
                        writing.run(
                                "UPDATE job SET state = ?, not_before = ?, owner = NULL,"
                                        + " wish = NULL, attempts = attempts - (? = 'INTERRUPTED')"
                                        + " WHERE id = ? AND owner = ?",
                                state.name(),
                                notBefore.toEpochMilli(),
                                state.name(),
                                id,
                                owner));
    }

    @Override
    public int move(Collection<Long> ids, Set<JobState> from, JobState to, Instant now)
            throws IOException {
        return run(() -> moved(ids, from, to, now));
    }

    private int moved(Collection<Long> ids, Set<JobState> from, JobState to, Instant now)
            throws SQLException {
        String state = to.name();
        return writing.run(
                MOVE,
                state,
                state,
                state,
                state,
                state,
                now.toEpochMilli(),
                ids.toString(),
                names(from));
    }

    @Override
    public Set<Long> takeOver(Collection<Long> ids, Instant now) throws IOException {
        return database.write(
                () -> {
                    List<Long> left =
                            writing.list(LEFT_BEHIND, row -> row.getLong(0), ids.toString());
                    moved(left, LEAVABLE, JobState.PENDING, now);
                    return Set.copyOf(left);
                });
    }

    @Override
    public void wish(Collection<Long> ids, Wish wish) throws IOException {
        run(
                () ->
                        writing.run(
                                "UPDATE job SET wish = ? WHERE owner IS NOT NULL"
                                        + " AND id IN (SELECT value FROM json_each(?))",
                                wish.name(),
                                ids.toString()));
    }

    @Override
    public void order(List<Long> ids) throws IOException {
        run(() -> writing.run(ORDER, ids.toString()));
    }

    @Override
    public boolean replace(long id, String payload) throws IOException {
        return run(
                        () ->
                                writing.run(
                                        "UPDATE job SET payload = ?, result = NULL"
                                                + " WHERE owner IS NULL AND id = ?",
                                        payload,
                                        id))
                == 1;
    }

    @Override
    public int remove(Collection<Long> ids) throws IOException {
        return run(
                () ->
                        writing.run(
                                "DELETE FROM job WHERE id IN (SELECT value FROM json_each(?))"
                                        + " AND state IN (SELECT value FROM json_each(?))",
                                ids.toString(),
                                names(ENDED)));
    }

    private static final Set<JobState> LEAVABLE =
            EnumSet.of(JobState.PENDING, JobState.INTERRUPTED);

    private static final Set<JobState> ENDED =
            EnumSet.copyOf(EnumSet.allOf(JobState.class).stream().filter(JobState::ended).toList());

    private static String names(Set<JobState> states) {
        return states.stream()
                .map(state -> '"' + state.name() + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    private <T> T run(Callable<T> changes) throws IOException {
        return database.write(changes);
    }

    private static StoredJob job(DatabaseResults row) throws SQLException {
        return new StoredJob(
                row.getLong(0),
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Columns.decimal(row, 5),
                JobState.valueOf(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                row.getDouble(8),
                row.getInt(9),
                Optional.ofNullable(row.getString(10)),
                Optional.ofNullable(row.getString(11)),
                Optional.ofNullable(row.getString(12)),
                Duration.ofMillis(row.getLong(13)),
                Instant.ofEpochMilli(row.getLong(14)),
                Columns.instant(row, 15),
                Columns.instant(row, 16));
    }
}
