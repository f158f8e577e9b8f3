package auralis.app.command;

import auralis.library.Library;
import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.json.Json;
import auralis.library.track.JobState;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** One of the commands on the queue. */
abstract class JobTask implements Callable<Integer> {
    @ParentCommand private JobsCommand parent;
    @Spec private CommandSpec spec;

    /** Does it, and answers the exit code. */
    abstract int run(QueueWork work) throws IOException, InterruptedException;

    @Override
    public final Integer call() throws Exception {
        return Interruption.guard(this::work);
    }

    private int work() throws IOException, InterruptedException {
        try (OpenLibrary open = OpenLibrary.of(parent.root())) {
            return open.use(this::work);
        }
    }

    private int work(Library library) throws IOException, InterruptedException {
        try (QueueWork work = new QueueWork(storing(library), parent.root().quiet)) {
            return run(work);
        }
    }

    /** Where nothing is stored there is no queue that outlives a command. */
    private static Library storing(Library library) throws IOException {
        Optional<String> readOnly = library.readOnly();
        if (readOnly.isPresent()) {
            throw new IOException("There is no queue of work: " + readOnly.get());
        }
        return library;
    }

    /** The jobs that are named, each once and in the order of the queue. */
    final List<Job> chosen(JobQueue queue, List<String> names) throws IOException {
        List<Predicate<Job>> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(meant(queue, name));
        }
        return queue.jobs().stream()
                .filter(job -> wanted.stream().anyMatch(any -> any.test(job)))
                .toList();
    }

    private Predicate<Job> meant(JobQueue queue, String name) throws IOException {
        if (name.equals("all")) {
            return job -> true;
        }
        if (!name.matches("[0-9]{1,18}")) {
            JobState state = state(name);
            return job -> job.state() == state;
        }
        long id = Long.parseLong(name);
        if (queue.jobs(List.of(id)).isEmpty()) {
            throw new IOException("There is no job " + name + ". See: auralis jobs list");
        }
        return job -> job.id() == id;
    }

    final JobState state(String word) {
        for (JobState state : JobState.values()) {
            if (JobAnswer.word(state).equals(word)) {
                return state;
            }
        }
        throw new ParameterException(
                spec.commandLine(),
                "\""
                        + word
                        + "\" is no number of a job, not \"all\" and no state; those are: "
                        + String.join(
                                ", ",
                                List.of(JobState.values()).stream().map(JobAnswer::word).toList())
                        + ".");
    }

    static List<Long> ids(List<Job> jobs) {
        return jobs.stream().map(Job::id).toList();
    }

    final boolean json() {
        return parent.root().json;
    }

    /** The answer as JSON. */
    final void print(Object answer) {
        out().println(Json.writePretty(answer));
        out().flush();
    }

    /** A line of the answer for people. */
    final void line(String text) {
        out().println(text);
        out().flush();
    }

    /** What was done, for people; nothing with --quiet. */
    final void say(String sentence) {
        if (!parent.root().quiet) {
            line(sentence);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
