package auralis.app.command;

import auralis.library.job.Job;
import auralis.library.track.JobState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Command;

@Command(
        name = "stats",
        description = "How much was done, how fast, and what failed, of the jobs that are kept.")
final class JobStatistics extends JobTask {

    /**
     * What became of the jobs of one kind.
     *
     * @param workSeconds that were worked on those that are done
     * @param realTimeFactor how often faster than it plays the sound was worked on
     */
    private record Kind(
            String work,
            Map<String, Integer> states,
            double audioSeconds,
            double workSeconds,
            double realTimeFactor) {

        static Kind of(String work, List<Job> jobs) {
            Map<String, Integer> states = new LinkedHashMap<>();
            for (JobState state : JobState.values()) {
                long count = jobs.stream().filter(job -> job.state() == state).count();
                states.put(JobAnswer.word(state), (int) count);
            }
            List<Job> done = jobs.stream().filter(job -> job.state() == JobState.DONE).toList();
            double audio =
                    done.stream().mapToDouble(job -> job.stored().audioSeconds().orElse(0)).sum();
            double seconds =
                    done.stream().mapToDouble(job -> job.stored().active().toMillis() / 1e3).sum();
            return new Kind(work, states, audio, seconds, seconds > 0 ? audio / seconds : 0);
        }

        int count(JobState state) {
            return states.get(JobAnswer.word(state));
        }
    }

    /** Failures of the same reason. */
    private record Failure(String reason, int count) {}

    /** The whole answer. */
    private record Answer(List<Kind> kinds, List<Failure> failures) {}

    @Override
    int run(QueueWork work) {
        Answer answer = answer(work.queue().jobs());
        if (json()) {
            print(answer);
        } else {
            tell(answer);
        }
        return RootCommand.DONE;
    }

    private static Answer answer(List<Job> jobs) {
        Map<String, List<Job>> kinds = new TreeMap<>();
        Map<String, Integer> reasons = new TreeMap<>();
        for (Job job : jobs) {
            kinds.computeIfAbsent(job.stored().work(), any -> new ArrayList<>()).add(job);
            if (job.state() == JobState.FAILED) {
                reasons.merge(reason(job), 1, Integer::sum);
            }
        }
        return new Answer(
                kinds.entrySet().stream()
                        .map(kind -> Kind.of(kind.getKey(), kind.getValue()))
                        .toList(),
                reasons.entrySet().stream()
                        .map(reason -> new Failure(reason.getKey(), reason.getValue()))
                        .sorted(Comparator.comparingInt(Failure::count).reversed())
                        .toList());
    }

    /**
     * The sentence without what differs from file to file: names, which end with a colon, and
     * numbers.
     */
    private static String reason(Job job) {
        return job.stored()
                .error()
                .orElse("unknown")
                .replaceFirst("^[^:]*: ", "")
                .replaceAll("[0-9]+([.:][0-9]+)?", "…");
    }

    private void tell(Answer answer) {
        if (answer.kinds().isEmpty()) {
            line("There are no jobs.");
            return;
        }
        Table table = new Table(Set.of(1, 2, 3, 4, 5, 6));
        table.row("work", "done", "failed", "other", "sound", "time", "speed");
        for (Kind kind : answer.kinds()) {
            int done = kind.count(JobState.DONE);
            int failed = kind.count(JobState.FAILED);
            int all = kind.states().values().stream().mapToInt(Integer::intValue).sum();
            table.row(
                    kind.work(),
                    Integer.toString(done),
                    Integer.toString(failed),
                    Integer.toString(all - done - failed),
                    ProgressLine.clock(kind.audioSeconds()),
                    ProgressLine.clock(kind.workSeconds()),
                    String.format(Locale.ROOT, "%.0fx", kind.realTimeFactor()));
        }
        table.lines().forEach(this::line);
        answer.failures().forEach(f -> line(f.count() + " failed: " + f.reason()));
    }
}
