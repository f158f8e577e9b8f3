package auralis.app.jobs;

import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.track.JobState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The queue at one moment.
 *
 * @param atOnce how many jobs at once; 0 while none is begun
 * @param timeLeft until all is done that waits; empty while that is not known
 * @param speed of one job, times real time; empty while that is not known
 */
public record Standing(
        List<Job> jobs,
        JobQueue.Flow flow,
        int atOnce,
        Tally tally,
        Optional<Duration> timeLeft,
        OptionalDouble speed) {

    static final Standing NOTHING = of(List.of(), JobQueue.Flow.GOING, 0);

    static Standing of(JobQueue queue) {
        return of(queue.jobs(), queue.flow(), queue.atOnce());
    }

    static Standing of(List<Job> jobs, JobQueue.Flow flow, int atOnce) {
        return new Standing(
                jobs,
                flow,
                atOnce,
                Tally.of(jobs),
                Forecast.left(jobs, atOnce),
                Forecast.speed(jobs));
    }

    /** Jobs in one of these states, in their order. */
    public List<Job> in(Set<JobState> states) {
        return jobs.stream().filter(job -> states.contains(job.state())).toList();
    }

    /** How many are not done. */
    public int left() {
        return tally.left();
    }

    /** How many run now. */
    public int running() {
        return tally.of(JobState.RUNNING);
    }

    /** What is worked on or will be without another word of the user. */
    int active() {
        return tally.active();
    }

    /** Whether nothing goes on though there is something to do. */
    boolean rests() {
        int moving =
                tally.of(JobState.RUNNING)
                        + (flow == JobQueue.Flow.GOING ? tally.of(JobState.PENDING) : 0);
        return flow != JobQueue.Flow.GOING && tally.left() > 0
                || moving == 0
                        && tally.of(JobState.PAUSED, JobState.HELD, JobState.INTERRUPTED) > 0;
    }
}
