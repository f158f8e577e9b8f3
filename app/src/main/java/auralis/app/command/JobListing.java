package auralis.app.command;

import auralis.library.job.Job;
import auralis.library.track.JobState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "What there is to do and what was done, in its order.")
final class JobListing extends JobTask {
    @Option(
            names = "--state",
            split = ",",
            paramLabel = "STATE",
            description = "Only jobs in these states.")
    private List<String> states = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "The last N at most, 1 to 1000000 (default: all).")
    private int limit = Integer.MAX_VALUE;

    @Spec private CommandSpec spec;

    @Override
    int run(QueueWork work) {
        if (limit < 1) {
            throw Usage.of(spec, "--limit", Integer.toString(limit), "1 or more");
        }
        Set<JobState> wanted = EnumSet.noneOf(JobState.class);
        states.forEach(word -> wanted.add(state(word)));
        List<Job> all =
                work.queue().jobs().stream()
                        .filter(job -> wanted.isEmpty() || wanted.contains(job.state()))
                        .toList();
        List<Job> shown = all.subList(Math.max(0, all.size() - limit), all.size());
        if (json()) {
            print(JobLine.answer(shown));
        } else if (shown.isEmpty()) {
            line("There are no jobs" + (wanted.isEmpty() ? "." : " in this state."));
        } else {
            JobLine.table(shown).lines(Terminal.answerColumns()).forEach(this::line);
        }
        return RootCommand.DONE;
    }
}
