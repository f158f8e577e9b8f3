package auralis.library.job;

import auralis.library.track.StoredJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which of the jobs that have ended are still kept. */
final class History {
    static final int MOST = 1_000;
    static final Duration LONGEST = Duration.ofDays(90);

    private History() {}

    /** Those that are too many or too long ago. */
    static List<Long> expired(List<StoredJob> jobs, Instant now) {
        List<StoredJob> newestFirst =
                jobs.stream()
                        .filter(job -> job.state().ended())
                        .sorted(Comparator.comparing(History::end).reversed())
                        .toList();
        Instant oldest = now.minus(LONGEST);
        return IntStream.range(0, newestFirst.size())
                .filter(n -> n >= MOST || end(newestFirst.get(n)).isBefore(oldest))
                .mapToObj(n -> newestFirst.get(n).id())
                .toList();
    }

    private static Instant end(StoredJob job) {
        return job.finishedAt().orElse(job.createdAt());
    }
}
