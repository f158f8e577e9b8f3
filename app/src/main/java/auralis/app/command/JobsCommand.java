package auralis.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The commands on the queue of work. */
@Command(
        name = "jobs",
        description = {
            "The queue of work, which the window and all commands share.",
            "Where jobs are asked for: their numbers, \"all\", or a state (pending, held, running,"
                    + " paused, done, failed, cancelled, skipped, interrupted)."
        },
        subcommands = {
            JobListing.class,
            JobRun.class,
            JobControl.Pause.class,
            JobControl.Hold.class,
            JobControl.Resume.class,
            JobControl.Cancel.class,
            JobControl.Retry.class,
            JobControl.Clear.class,
            JobControl.Move.class,
            JobStatistics.class,
            JobReport.class
        })
final class JobsCommand implements Runnable {
    @ParentCommand private RootCommand root;
    @Spec private CommandSpec spec;

    RootCommand root() {
        return root;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
