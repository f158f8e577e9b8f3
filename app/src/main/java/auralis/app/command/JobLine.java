package auralis.app.command;

import auralis.library.job.Job;
import auralis.library.track.JobState;
import auralis.library.track.StoredJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A job as the commands on the queue tell it.
 *
 * @param progress how much is done, 0..1
 * @param createdAt of ISO 8601, as the other times
 */
record JobLine(
        long id,
        String work,
        String source,
        String state,
        double progress,
        Optional<String> phase,
        int attempts,
        Optional<String> error,
        String createdAt,
        Optional<String> startedAt,
        Optional<String> finishedAt) {
    private static final int RIGHT_ID = 0;
    private static final int RIGHT_DONE = 4;
    private static final int RIGHT_LEFT = 5;
    private static final int RIGHT_TRIES = 6;

    /** A whole answer. */
    record Answer(List<JobLine> jobs) {}

    static Answer answer(List<Job> jobs) {
        return new Answer(jobs.stream().map(JobLine::of).toList());
    }

    static JobLine of(Job job) {
        StoredJob stored = job.stored();
        return new JobLine(
                job.id(),
                stored.work(),
                stored.source(),
                JobAnswer.word(job.state()),
                stored.fraction(),
                stored.phase(),
                stored.attempts(),
                stored.error(),
                stored.createdAt().toString(),
                stored.startedAt().map(Instant::toString),
                stored.finishedAt().map(Instant::toString));
    }

    /** Under each other, for people. */
    static Table table(List<Job> jobs) {
        Table table = new Table(Set.of(RIGHT_ID, RIGHT_DONE, RIGHT_LEFT, RIGHT_TRIES));
        table.row("id", "work", "file", "state", "done", "left", "tries", "error");
        for (Job job : jobs) {
            table.row(
                    Long.toString(job.id()),
                    job.stored().work(),
                    String.valueOf(job.source().getFileName()),
                    state(job),
                    isBegun(job) ? Math.round(100 * job.stored().fraction()) + "%" : "-",
                    left(job).map(JobLine::clock).orElse("-"),
                    Integer.toString(job.stored().attempts()),
                    job.stored().error().orElse(""));
        }
        return table;
    }

    private static boolean isBegun(Job job) {
        return job.state() == JobState.DONE || job.stored().fraction() > 0;
    }

    private static String state(Job job) {
        String word = JobAnswer.word(job.state());
        return job.state() == JobState.RUNNING
                ? word + job.stored().phase().map(phase -> ": " + phase).orElse("")
                : word;
    }

    /** At the pace so far where another process works on it. */
    private static Optional<Duration> left(Job job) {
        double fraction = job.stored().fraction();
        if (job.left().isPresent() || job.state() != JobState.RUNNING || fraction <= 0) {
            return job.left();
        }
        double millis = job.stored().active().toMillis() * (1 - fraction) / fraction;
        return Optional.of(Duration.ofMillis((long) millis));
    }

    private static String clock(Duration time) {
        return ProgressLine.clock(time.toMillis() / 1e3);
    }
}
