package auralis.app.jobs;

import auralis.app.fx.Activity;
import auralis.app.text.Texts;
import auralis.library.job.Job;
import auralis.library.job.JobQueue.Flow;
import auralis.library.track.JobState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;

/** The queue in the list of what goes on: as a whole, then the jobs that are worked on. */
public final class Tasks {
    private static final Set<JobState> MOVING = EnumSet.of(JobState.RUNNING, JobState.PAUSED);

    private final Jobs jobs;
    private final Round round;
    private final ObservableValue<List<Activity>> activities;

    public Tasks(Jobs jobs, Round round) {
        this.jobs = jobs;
        this.round = round;
        activities = jobs.standing().map(this::of);
    }

    /** Empty while nothing is worked on. */
    public ObservableValue<List<Activity>> activities() {
        return activities;
    }

    private List<Activity> of(Standing now) {
        List<Job> moving = now.in(MOVING);
        if (moving.isEmpty()) {
            return List.of();
        }
        List<Activity> all = new ArrayList<>();
        if (now.active() > 1 || !round.fresh(now.jobs()).isEmpty()) {
            all.add(whole(now, moving));
        }
        moving.forEach(job -> all.add(one(job)));
        return all;
    }

    private Activity whole(Standing now, List<Job> moving) {
        int ended = round.fresh(now.jobs()).size();
        int all = ended + now.active();
        double done = ended + moving.stream().mapToDouble(job -> job.stored().fraction()).sum();
        String about = JobWords.about(now.timeLeft());
        boolean paused = now.flow() == Flow.PAUSED;
        String words = Texts.text("task.jobs", Math.min(all, ended + 1), all);
        String more = paused ? Texts.text("jobs.sum.paused") : about;
        Runnable toggle = paused ? jobs::goOn : () -> jobs.flow(Flow.PAUSED);
        return new Activity(
                more.isEmpty() ? words : words + " · " + more,
                done / all,
                Optional.empty(),
                Optional.of(new Activity.Pause(paused, toggle)));
    }

    private Activity one(Job job) {
        boolean paused = job.state() == JobState.PAUSED;
        List<Long> id = List.of(job.id());
        return new Activity(
                Texts.text("task.job", JobWords.work(job), jobs.title(job)),
                job.stored().fraction(),
                Optional.of(() -> jobs.cancel(id)),
                Optional.of(
                        new Activity.Pause(
                                paused, paused ? () -> jobs.resume(id) : () -> jobs.pause(id))));
    }
}
