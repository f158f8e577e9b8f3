package auralis.library.job;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.library.db.Database;
import auralis.library.track.JobState;
import auralis.library.track.JobStore;
import auralis.library.track.StoredJob;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir Path folder;

    @Test
    void theNewestAreKept() {
        List<StoredJob> jobs = new ArrayList<>();
        for (int i = 1; i <= History.MOST + 3; i++) {
            jobs.add(ended(i, NOW.minusSeconds(i)));
        }
        assertThat(History.expired(jobs, NOW)).containsExactly(1001L, 1002L, 1003L);
    }

    @Test
    void whatEndedLongAgoIsForgottenAndWhatDidNotEndNever() {
        Instant old = NOW.minus(Duration.ofDays(91));
        StoredJob open = StoredJob.pending("scan", "/music", "{}", OptionalDouble.empty(), old);
        StoredJob recent = ended(2, NOW.minus(Duration.ofDays(89)));
        assertThat(History.expired(List.of(open, ended(1, old), recent), NOW)).containsExactly(1L);
    }

    @Test
    void anOpenedQueueHasForgottenThem() throws Exception {
        try (Database database = Database.open(folder.resolve("library.db"))) {
            JobStore store = database.jobs();
            Instant old = Instant.now().minus(Duration.ofDays(91));
            StoredJob job = StoredJob.pending("scan", "/music", "{}", OptionalDouble.empty(), old);
            store.add(List.of(job, job));
            long id = store.claim("me", Set.of(), Instant.now()).orElseThrow().id();
            store.end(
                    id,
                    "me",
                    new JobStore.Ending(
                            JobState.CANCELLED,
                            Optional.empty(),
                            Optional.empty(),
                            Duration.ZERO,
                            old));
            try (JobQueue queue = new JobQueue(store, (work, assignment) -> null)) {
                assertThat(queue.jobs()).extracting(Job::state).containsExactly(JobState.PENDING);
            }
        }
    }

    private static StoredJob ended(long id, Instant at) {
        return new StoredJob(
                id,
                1,
                "scan",
                "/music",
                "{}",
                OptionalDouble.empty(),
                JobState.DONE,
                Optional.empty(),
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                at,
                Optional.empty(),
                Optional.of(at));
    }
}
