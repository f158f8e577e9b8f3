package auralis.app.jobs;

import auralis.app.text.Texts;
import auralis.library.job.Job;
import auralis.library.job.Work;
import auralis.library.track.JobState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was worked off since the queue was empty the last time; told once, when it is empty again.
 * FX thread only.
 */
public final class Round {
    private final Jobs jobs;
    private final Consumer<Outcome> onEnd;
    private Map<Long, Instant> before; // what had ended; null before the first look

    /**
     * How a round ended.
     *
     * @param stems the titles of tracks whose stems are ready to be mixed, where nothing else was
     *     done
     * @param source the file of the only such track
     * @param folder where the results are; empty where there is not one folder
     */
    public record Outcome(
            int done,
            int failed,
            int skipped,
            boolean mastered,
            List<String> stems,
            Optional<Path> source,
            Optional<Path> folder) {
        /** In a sentence: "38 mastered, 2 failed". */
        public String words() {
            List<String> parts = new ArrayList<>();
            if (!stems.isEmpty()) {
                parts.add(Texts.text("jobs.end.stems", stems.size(), stems.get(0)));
            } else if (done > 0) {
                parts.add(Texts.text(mastered ? "jobs.end.mastered" : "jobs.end.done", done));
            }
            if (skipped > 0) {
                parts.add(Texts.text("jobs.sum.skipped", skipped));
            }
            if (failed > 0) {
                parts.add(Texts.text("jobs.sum.failed", failed));
            }
            String words = String.join(", ", parts);
            return folder.isEmpty() || done == 0 || !stems.isEmpty()
                    ? words
                    : Texts.text("jobs.end.into", words, Homely.path(folder.get()));
        }
    }

    public Round(Jobs jobs, Consumer<Outcome> onEnd) {
        this.jobs = jobs;
        this.onEnd = onEnd;
        jobs.standing().addListener((observed, last, now) -> look(now));
    }

    private void look(Standing now) {
        if (before == null) {
            before = ended(now.jobs());
        } else if (now.active() == 0) {
            tell(now.jobs());
        }
    }

    /** What ended since the last time, of those jobs that are still listed. */
    List<Job> fresh(List<Job> jobs) {
        return jobs.stream()
                .filter(job -> job.state().ended() && before != null)
                .filter(job -> !at(job).equals(before.get(job.id())))
                .toList();
    }

    private void tell(List<Job> all) {
        List<Job> fresh = fresh(all);
        if (fresh.isEmpty()) {
            return;
        }
        before.putAll(ended(all)); // what was removed may be brought back
        Tally tally = Tally.of(fresh);
        boolean mastered =
                fresh.stream().allMatch(job -> job.work().orElse(null) instanceof Work.Master);
        List<Job> done = fresh.stream().filter(job -> job.state() == JobState.DONE).toList();
        List<Job> mixable = done.stream().allMatch(Round::isForTheMixer) ? done : List.of();
        Outcome outcome =
                new Outcome(
                        done.size(),
                        tally.of(JobState.FAILED),
                        tally.of(JobState.SKIPPED),
                        mastered,
                        mixable.stream().map(jobs::title).toList(),
                        mixable.size() == 1
                                ? Optional.of(mixable.get(0).source())
                                : Optional.empty(),
                        tally.folder());
        if (outcome.done() + outcome.failed() + outcome.skipped() > 0) {
            onEnd.accept(outcome);
        }
    }

    private static boolean isForTheMixer(Job job) {
        return job.work().orElse(null) instanceof Work.Separate work
                && work.order().request().isKept();
    }

    private static Map<Long, Instant> ended(List<Job> jobs) {
        Map<Long, Instant> ended = new HashMap<>();
        jobs.stream()
                .filter(job -> job.state().ended())
                .forEach(job -> ended.put(job.id(), at(job)));
        return ended;
    }

    private static Instant at(Job job) {
        return job.stored().finishedAt().orElse(Instant.EPOCH);
    }
}
