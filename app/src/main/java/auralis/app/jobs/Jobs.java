package auralis.app.jobs;

import auralis.app.action.History.Change;
import auralis.app.fx.Fx;
import auralis.app.fx.FxTask;
import auralis.app.fx.Workers;
import auralis.app.text.Texts;
import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.track.JobState;
import auralis.library.track.LibraryEvent;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The queue as the window sees it: how it stands, a few times a second, and what the user wants of
 * it, one wish after the other on a thread that may wait for the disk. FX thread only.
 */
public final class Jobs {
    private static final Logger LOG = System.getLogger(Jobs.class.getName());
    private static final long END_SECONDS = 10;

    private static final Set<JobState> LEFT_BEHIND = EnumSet.of(JobState.INTERRUPTED);
    private static final Set<JobState> RESTING =
            EnumSet.of(JobState.PAUSED, JobState.HELD, JobState.INTERRUPTED);

    private final JobQueue queue;
    private final Titles titles;
    private final Consumer<String> onProblem;
    private final ExecutorService commands = Workers.named("jobs", 1);
    private final ExecutorService questions = Workers.named("jobs-asked", 1);
    private final Snapshots snapshots;
    private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(Standing.NOTHING);
    private final Map<Long, JobRow> byId = new HashMap<>();
    private Consumer<Runnable> around = Runnable::run;

    /**
     * @param onProblem told in a sentence what went wrong
     */
    public Jobs(JobQueue queue, Titles titles, Consumer<String> onProblem) {
        this.queue = queue;
        this.titles = titles;
        this.onProblem = onProblem;
        snapshots = new Snapshots(queue, titles::learn, this::show);
    }

    /** How the queue stands. */
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** What a job is about. */
    String title(Job job) {
        return titles.of(job);
    }

    /** Told what happened to the library; on any thread. */
    public void accept(LibraryEvent event) {
        if (titles.accept(event)) {
            snapshots.soon();
        }
    }

    /** The jobs in their order. */
    ObservableList<JobRow> rows() {
        return rows;
    }

    /**
     * @param wrapper called with what puts other rows into the list, or the same in another order
     */
    void aroundReplacing(Consumer<Runnable> wrapper) {
        around = wrapper;
    }

    private void show(Standing now) {
        List<Job> jobs = now.jobs();
        if (isSameOrder(jobs)) {
            update(jobs);
        } else {
            around.accept(() -> replace(jobs));
        }
        standing.set(now);
    }

    private boolean isSameOrder(List<Job> jobs) {
        if (jobs.size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < jobs.size(); i++) {
            if (jobs.get(i).id() != rows.get(i).job().id()) {
                return false;
            }
        }
        return true;
    }

    private void update(List<Job> jobs) {
        for (int i = 0; i < jobs.size(); i++) {
            rows.get(i).show(jobs.get(i), i + 1, title(jobs.get(i)));
        }
    }

    private void replace(List<Job> jobs) {
        List<JobRow> next =
                jobs.stream()
                        .map(job -> byId.computeIfAbsent(job.id(), id -> new JobRow(job)))
                        .toList();
        byId.keySet().retainAll(jobs.stream().map(Job::id).collect(Collectors.toSet()));
        rows.setAll(next);
        update(jobs);
    }

    // ---- what the user wants

    /** Begins, and deals with what is left from before: goes on with it, or lets it lie. */
    public void begin(boolean goOn, int atOnce) {
        command(
                () -> {
                    List<Job> left = queue.jobs();
                    if (goOn) {
                        queue.resume(ids(left, LEFT_BEHIND));
                    } else if (left.stream().allMatch(job -> job.stored().owner().isEmpty())) {
                        queue.interrupt(ids(left, EnumSet.of(JobState.PENDING)));
                    }
                    queue.start(atOnce);
                });
    }

    /**
     * @param count how many jobs at once, from now on
     */
    public void atOnce(int count) {
        command(
                () -> {
                    if (queue.atOnce() != count && queue.atOnce() > 0) {
                        queue.start(count);
                    }
                });
    }

    /** Finds something out on a worker that no wish waits for. */
    <T> void ask(FxTask.Work<T> question, Consumer<T> answer) {
        new FxTask<>(question)
                .onResult(answer)
                .onFailure(failure -> onProblem.accept(failure.getMessage()))
                .start(questions);
    }

    /** Puts work behind all other. */
    public void add(List<JobQueue.Order> orders) {
        command(() -> queue.add(orders));
    }

    /** Gives a job that nobody works on something else to do with its source, and has it done. */
    public void replace(long id, Work work) {
        command(
                () -> {
                    if (!queue.replace(id, work)) {
                        throw new IOException(Texts.text("jobs.busy"));
                    }
                    queue.retry(List.of(id));
                });
    }

    /** The files that jobs are going to write; from any thread. */
    public List<Path> taken() {
        return takenBesides(Set.of());
    }

    /** The same without what these jobs are going to write. */
    public List<Path> takenBesides(Set<Long> ids) {
        return queue.jobs().stream()
                .filter(job -> !job.state().ended() && !ids.contains(job.id()))
                .flatMap(job -> Targets.planned(job).stream())
                .toList();
    }

    void flow(JobQueue.Flow flow) {
        command(() -> queue.setFlow(flow));
    }

    /** All that stands still for whatever reason goes on, unless something else moves. */
    void goOn() {
        Standing now = standing.get();
        boolean resting = now.flow() == JobQueue.Flow.GOING;
        command(
                () -> {
                    queue.setFlow(JobQueue.Flow.GOING);
                    queue.resume(ids(now.jobs(), resting ? RESTING : EnumSet.of(JobState.PAUSED)));
                });
    }

    /** What was left behind goes on. */
    public void resumeInterrupted() {
        List<Long> ids = ids(standing.get().jobs(), LEFT_BEHIND);
        command(() -> queue.resume(ids));
    }

    void retryFailed() {
        List<Long> ids = ids(standing.get().jobs(), EnumSet.of(JobState.FAILED));
        command(() -> queue.retry(ids));
    }

    public void cancel(Collection<Long> ids) {
        command(() -> queue.cancel(ids));
    }

    void pause(Collection<Long> ids) {
        command(() -> queue.pause(ids));
    }

    void hold(Collection<Long> ids) {
        command(() -> queue.hold(ids));
    }

    void resume(Collection<Long> ids) {
        command(() -> queue.resume(ids));
    }

    public void retry(Collection<Long> ids) {
        command(() -> queue.retry(ids));
    }

    /** Forgets those of the jobs that have ended; what it answers remembers them again. */
    Change removing(Collection<Long> ids) {
        return progress -> {
            List<Job> before = queue.jobs();
            queue.remove(ids);
            Set<Long> left = queue.jobs().stream().map(Job::id).collect(Collectors.toSet());
            List<Job> gone = before.stream().filter(job -> !left.contains(job.id())).toList();
            return gone.isEmpty()
                    ? Change.NOTHING
                    : restoring(gone, before.stream().map(Job::id).toList());
        };
    }

    private Change restoring(List<Job> gone, List<Long> order) {
        return progress -> {
            queue.restore(gone, order);
            return removing(gone.stream().map(Job::id).toList());
        };
    }

    /**
     * @param ids all jobs, in the order that is wanted
     */
    void order(List<Long> ids) {
        command(() -> queue.order(ids));
    }

    /** The file that a job made, to be shown. */
    void file(Job job, Consumer<Optional<Path>> answer) {
        ask(progress -> Targets.file(job), answer);
    }

    // ---- the end

    /** No more wishes; those that were told are fulfilled, then the queue is closed. */
    public void close() {
        snapshots.close();
        questions.shutdownNow();
        if (!commands.isShutdown()) {
            commands.execute(this::closeQueue);
            commands.shutdown();
        }
    }

    /** Waits for that on any other thread. */
    public void awaitEnd() throws InterruptedException {
        commands.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    }

    private void closeQueue() {
        try {
            queue.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the queue was not closed", e);
        }
    }

    private interface Command {
        void run() throws IOException;
    }

    private void command(Command command) {
        Fx.require();
        new FxTask<Void>(
                        progress -> {
                            command.run();
                            snapshots.soon(); // the queue tells of jobs only
                            return null;
                        })
                .onFailure(failure -> onProblem.accept(failure.getMessage()))
                .start(commands);
    }

    private static List<Long> ids(List<Job> jobs, Set<JobState> states) {
        return jobs.stream().filter(job -> states.contains(job.state())).map(Job::id).toList();
    }
}
