package auralis.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.library.job.Job;
import auralis.library.track.JobState;
import auralis.library.track.StoredJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForecastTest {
    /** A track of 200 s on which was worked for that long. */
    static Job job(long id, JobState state, double fraction, double seconds, String error) {
        StoredJob stored =
                new StoredJob(
                        id,
                        1,
                        "analyse",
                        "/music/" + id + ".flac",
                        "{}",
                        OptionalDouble.of(200),
                        state,
                        Optional.empty(),
                        fraction,
                        1,
                        Optional.of(error).filter(text -> !text.isEmpty()),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofMillis((long) (1e3 * seconds)),
                        Instant.EPOCH,
                        Optional.of(Instant.EPOCH),
                        state.ended() ? Optional.of(Instant.ofEpochSecond(id)) : Optional.empty());
        return new Job(stored, Optional.empty(), Optional.empty());
    }

    private static List<Job> jobs(Job first, int pending) {
        return Stream.concat(
                        Stream.of(first),
                        IntStream.range(0, pending)
                                .mapToObj(i -> job(10 + i, JobState.PENDING, 0, 0, "")))
                .toList();
    }

    @Test
    void theRestTakesAsLongAsTheSoundThatIsLeftAtTheSpeedOfWhatWasDone() {
        List<Job> jobs = jobs(job(1, JobState.DONE, 1, 10, ""), 6);
        assertThat(Forecast.speed(jobs)).hasValue(20);
        assertThat(Forecast.left(jobs, 1)).contains(Duration.ofSeconds(60));
        assertThat(Forecast.left(jobs, 2)).contains(Duration.ofSeconds(30));
    }

    @Test
    void aHalfDoneJobCountsByHalf() {
        List<Job> jobs = jobs(job(1, JobState.RUNNING, 0.5, 10, ""), 1);
        assertThat(Forecast.left(jobs, 1)).contains(Duration.ofSeconds(30));
        // However many at once, the longest cannot be shared.
        assertThat(Forecast.left(jobs, 8)).contains(Duration.ofSeconds(20));
    }

    @Test
    void nothingIsGuessedInTheFirstSeconds() {
        assertThat(Forecast.left(jobs(job(1, JobState.RUNNING, 0.1, 2, ""), 5), 1)).isEmpty();
        assertThat(Forecast.left(jobs(job(1, JobState.DONE, 1, 10, ""), 0), 1)).isEmpty();
    }

    @Test
    void failuresOfOneKindAreCountedTogether() {
        List<Job> jobs =
                List.of(
                        job(1, JobState.FAILED, 0, 0, "1.flac: the file ends early at 2:31."),
                        job(2, JobState.FAILED, 0, 0, "2.flac: the disk is full."),
                        job(3, JobState.FAILED, 0, 0, "3.flac: the file ends early at 0:07."));
        assertThat(Failures.of(jobs))
                .containsExactly(
                        new Failures("The file ends early at ….", 2),
                        new Failures("The disk is full.", 1));
    }

    @Test
    void movedRowsKeepTheirOrderAndThatOfTheRest() {
        List<Integer> all = List.of(1, 2, 3, 4, 5);
        assertThat(Order.moved(all, Set.of(2, 4), 5)).containsExactly(1, 3, 5, 2, 4);
        assertThat(Order.moved(all, Set.of(4), 0)).containsExactly(4, 1, 2, 3, 5);
        assertThat(Order.up(all, Set.of(3, 4))).containsExactly(1, 3, 4, 2, 5);
        assertThat(Order.up(all, Set.of(1))).isEqualTo(all);
        assertThat(Order.down(all, Set.of(2, 3))).containsExactly(1, 4, 2, 3, 5);
        assertThat(Order.down(all, Set.of(5))).isEqualTo(all);
        assertThat(Order.up(all, Set.of())).isEqualTo(all);
    }
}
