package auralis.app.command;

import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.track.JobState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = {
            "Works off what waits and what was interrupted, until nothing is left.",
            "What is held or paused stays that."
        })
final class JobRun extends JobTask {
    private static final Set<JobState> OPEN = EnumSet.of(JobState.PENDING, JobState.INTERRUPTED);

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Jobs at once, 1 to 64 (default 2, on one core 1).")
    private int atOnce = JobQueue.usualAtOnce();

    @Spec private CommandSpec spec;

    @Override
    int run(QueueWork work) throws IOException, InterruptedException {
        Usage.requireWithin(spec, "--jobs", atOnce, 1, 64, "jobs");
        List<Job> ended = new ArrayList<>();
        Set<Long> tried = new HashSet<>();
        for (List<Long> open = open(work, tried); !open.isEmpty(); open = open(work, tried)) {
            tried.addAll(open);
            work.run(
                    open,
                    atOnce,
                    job -> {
                        ended.add(job);
                        tell(job);
                    });
        }
        if (json()) {
            print(JobLine.answer(ended));
        } else if (ended.isEmpty()) {
            say("There is nothing to do.");
        }
        boolean failed = ended.stream().anyMatch(job -> !isFine(job));
        return failed ? RootCommand.SOME_FAILED : RootCommand.DONE;
    }

    /** More may have been added meanwhile. */
    private static List<Long> open(QueueWork work, Set<Long> tried) {
        return work.queue().jobs().stream()
                .filter(job -> OPEN.contains(job.state()) && !tried.contains(job.id()))
                .map(Job::id)
                .toList();
    }

    private static boolean isFine(Job job) {
        return job.state() == JobState.DONE || job.state() == JobState.SKIPPED;
    }

    private void tell(Job job) {
        if (job.state() == JobState.FAILED) {
            FileCommand.tellFailure(job.source(), job.stored().error().orElse("It failed."));
        } else if (!json()) {
            say(text(job));
        }
    }

    private static String text(Job job) {
        StringBuilder text = new StringBuilder();
        text.append(job.source()).append(": ").append(JobAnswer.word(job.state()));
        if (job.state() == JobState.DONE) {
            job.outputs().forEach(file -> text.append("  ").append(file));
            job.realTimeFactor()
                    .ifPresent(
                            speed ->
                                    text.append(
                                            String.format(
                                                    Locale.ROOT, "  (%.0fx real time)", speed)));
        }
        return text.toString();
    }
}
