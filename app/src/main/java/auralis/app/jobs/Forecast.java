package auralis.app.jobs;

import auralis.library.job.Job;
import auralis.library.track.JobState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How long the rest of the queue takes: the sound that is left, by the speed of the jobs that were
 * worked on last, without their pauses.
 */
final class Forecast {
    private static final Set<JobState> MOVING = EnumSet.of(JobState.RUNNING, JobState.PAUSED);

    /** Speed is that of the last jobs, because files and settings of one batch are alike. */
    private static final int REMEMBERED = 20;

    /** A guess that is made sooner jumps. */
    private static final double FIRST_SECONDS = 3;

    private Forecast() {}

    /** Sound per second of work on one job, times real time; empty in the first seconds. */
    static OptionalDouble speed(List<Job> jobs) {
        double sound = 0;
        double work = 0;
        for (Job job : lately(jobs)) {
            sound += job.stored().audioSeconds().orElse(0) * job.stored().fraction();
            work += seconds(job.stored().active());
        }
        return work < FIRST_SECONDS || sound <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(sound / work);
    }

    /**
     * @param atOnce how many jobs are worked on at once
     */
    static Optional<Duration> left(List<Job> jobs, int atOnce) {
        OptionalDouble speed = speed(jobs);
        List<Job> rest =
                jobs.stream()
                        .filter(
                                job ->
                                        job.state() == JobState.PENDING
                                                || MOVING.contains(job.state()))
                        .toList();
        if (speed.isEmpty() || rest.isEmpty()) {
            return Optional.empty();
        }
        double usual =
                jobs.stream()
                        .flatMapToDouble(job -> job.stored().audioSeconds().stream())
                        .average()
                        .orElse(0);
        double sound = rest.stream().mapToDouble(job -> soundLeft(job, usual)).sum();
        double longest = rest.stream().mapToDouble(job -> soundLeft(job, usual)).max().orElse(0);
        int lanes = Math.max(1, Math.min(atOnce, rest.size()));
        double seconds = Math.max(sound / lanes, longest) / speed.getAsDouble();
        return Optional.of(Duration.ofMillis((long) (1e3 * seconds)));
    }

    private static double soundLeft(Job job, double usual) {
        double done = MOVING.contains(job.state()) ? job.stored().fraction() : 0;
        return job.stored().audioSeconds().orElse(usual) * (1 - done);
    }

    /** Those that move, and the last that were done. */
    private static List<Job> lately(List<Job> jobs) {
        Deque<Job> all = new ArrayDeque<>();
        jobs.stream().filter(job -> MOVING.contains(job.state())).forEach(all::add);
        jobs.stream()
                .filter(job -> job.state() == JobState.DONE)
                .filter(job -> job.stored().finishedAt().isPresent())
                .sorted(
                        Comparator.comparing((Job job) -> job.stored().finishedAt().get())
                                .reversed())
                .limit(REMEMBERED)
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}
