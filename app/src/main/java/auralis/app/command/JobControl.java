package auralis.app.command;

import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.track.JobState;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that decide over jobs. Whoever works on one is told and obeys within a second. */
final class JobControl {
    private static final String WHICH = "Numbers, \"all\" or states.";

    private static final Set<JobState> OPEN =
            EnumSet.copyOf(
                    EnumSet.allOf(JobState.class).stream()
                            .filter(state -> !state.ended())
                            .toList());

    private JobControl() {}

    /** One that does the same to all jobs that are named. */
    abstract static class Control extends JobTask {
        private final Set<JobState> possible;
        private final String verb;
        private final String done;

        /**
         * @param possible those in other states are left alone
         * @param verb what is done
         * @param done what became of them, in a word
         */
        Control(Set<JobState> possible, String verb, String done) {
            this.possible = possible;
            this.verb = verb;
            this.done = done;
        }

        abstract List<String> names();

        abstract void apply(JobQueue queue, List<Job> jobs) throws IOException;

        boolean isPossible(Job job) {
            return possible.contains(job.state());
        }

        @Override
        int run(QueueWork work) throws IOException {
            List<Job> named = chosen(work.queue(), names());
            List<Job> jobs = named.stream().filter(this::isPossible).toList();
            if (!jobs.isEmpty()) {
                apply(work.queue(), jobs);
            }
            List<Job> refused = named.stream().filter(this::isRefused).toList();
            tell(work.queue(), jobs, refused);
            return FileCommand.exitCode(!refused.isEmpty());
        }

        /** One that is asked for by its number, not as one of all or of a state. */
        private boolean isRefused(Job job) {
            return !isPossible(job) && names().contains(Long.toString(job.id()));
        }

        private void tell(JobQueue queue, List<Job> jobs, List<Job> refused) {
            for (Job job : refused) {
                System.err.printf(
                        "Job %d is %s, so there is nothing to %s.%n",
                        job.id(), JobAnswer.word(job.state()), verb);
            }
            if (json()) {
                print(JobLine.answer(queue.jobs(ids(jobs))));
            } else if (!jobs.isEmpty()) {
                say((jobs.size() == 1 ? "1 job " : jobs.size() + " jobs ") + done + ".");
            } else if (refused.isEmpty()) {
                say("There is nothing to " + verb + ".");
            }
        }
    }

    /** One that is not done to anything unless it is named. */
    abstract static class Named extends Control {
        @Parameters(arity = "1..*", paramLabel = "JOB", description = WHICH)
        private List<String> names;

        Named(Set<JobState> possible, String verb, String done) {
            super(possible, verb, done);
        }

        @Override
        final List<String> names() {
            return names;
        }
    }

    @Command(
            name = "pause",
            description = "Jobs that run stand still, and those that wait are held.")
    static final class Pause extends Named {
        Pause() {
            super(EnumSet.of(JobState.RUNNING, JobState.PENDING), "pause", "paused");
        }

        @Override
        void apply(JobQueue queue, List<Job> jobs) throws IOException {
            queue.hold(ids(jobs));
            queue.pause(ids(jobs));
        }
    }

    @Command(name = "hold", description = "Waiting jobs are passed over until they are resumed.")
    static final class Hold extends Named {
        Hold() {
            super(EnumSet.of(JobState.PENDING), "hold", "held");
        }

        @Override
        void apply(JobQueue queue, List<Job> jobs) throws IOException {
            queue.hold(ids(jobs));
        }
    }

    @Command(
            name = "resume",
            description = {
                "What is held, paused or interrupted goes on or waits for its turn.",
                "Somebody must work on the queue: the window, or \"auralis jobs run\"."
            })
    static final class Resume extends Named {
        Resume() {
            super(
                    EnumSet.of(JobState.HELD, JobState.PAUSED, JobState.INTERRUPTED),
                    "resume",
                    "resumed");
        }

        @Override
        void apply(JobQueue queue, List<Job> jobs) throws IOException {
            queue.resume(ids(jobs));
        }
    }

    @Command(name = "cancel", description = "Ends jobs; what is half written goes away.")
    static final class Cancel extends Named {
        Cancel() {
            super(OPEN, "cancel", "cancelled");
        }

        @Override
        void apply(JobQueue queue, List<Job> jobs) throws IOException {
            queue.cancel(ids(jobs));
        }
    }

    @Command(
            name = "retry",
            description = {
                "Jobs that ended without a result wait for their turn again.",
                "Their tries are counted on, and trying by itself again begins anew."
            })
    static final class Retry extends Control {
        @Parameters(
                arity = "0..*",
                paramLabel = "JOB",
                description = WHICH + " Without: those that failed.")
        private List<String> names = List.of("failed");

        Retry() {
            super(
                    EnumSet.of(
                            JobState.FAILED,
                            JobState.CANCELLED,
                            JobState.SKIPPED,
                            JobState.INTERRUPTED),
                    "retry",
                    "to be tried again");
        }

        @Override
        List<String> names() {
            return names;
        }

        @Override
        void apply(JobQueue queue, List<Job> jobs) throws IOException {
            queue.retry(ids(jobs));
        }
    }

    @Command(
            name = "clear",
            description = {
                "Forgets jobs; what they have written stays.",
                "What somebody works on is left alone."
            })
    static final class Clear extends Control {
        @Parameters(
                arity = "0..*",
                paramLabel = "JOB",
                description = WHICH + " Without: all that have ended.")
        private List<String> names = List.of("done", "failed", "cancelled", "skipped");

        Clear() {
            super(EnumSet.allOf(JobState.class), "clear", "cleared");
        }

        @Override
        List<String> names() {
            return names;
        }

        @Override
        void apply(JobQueue queue, List<Job> jobs) throws IOException {
            queue.cancel(ids(jobs));
            queue.remove(ids(jobs));
        }

        @Override
        boolean isPossible(Job job) {
            return job.stored().owner().isEmpty();
        }
    }

    @Command(name = "move", description = "Changes the turn of waiting jobs.")
    static final class Move extends Named {
        @Option(
                names = "--to-front",
                required = true,
                description = "They are the next, in the order in which they stand now.")
        private boolean toFront;

        Move() {
            super(OPEN, "move", "moved");
        }

        @Override
        void apply(JobQueue queue, List<Job> jobs) throws IOException {
            queue.order(ids(jobs));
        }
    }
}
