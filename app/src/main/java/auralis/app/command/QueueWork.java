package auralis.app.command;

import auralis.library.Library;
import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.track.JobState;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Works off jobs of the queue for a command that waits for them. */
final class QueueWork implements Closeable {
    private final JobQueue queue;
    private final boolean stores;
    private final boolean quiet;
    private final Set<Long> started = new HashSet<>();

    /** What a command says of a file. */
    @FunctionalInterface
    interface Answer<T, R> {
        /**
         * @param ended empty when it was not given to the queue, or is there no more
         */
        R of(Piece<T> piece, Optional<Job> ended) throws IOException;
    }

    QueueWork(Library library, boolean quiet) throws IOException {
        this.queue = JobQueue.open(library);
        this.stores = library.readOnly().isEmpty();
        this.quiet = quiet;
    }

    JobQueue queue() {
        return queue;
    }

    /**
     * Gives pieces to the queue as one batch and works them off. What an earlier command left
     * behind of the same goes on.
     *
     * @param atOnce how many at once
     * @param tell is told each answer on this thread, in the order of the pieces
     */
    <T, R> List<R> map(List<Piece<T>> pieces, int atOnce, Answer<T, R> answer, Consumer<R> tell)
            throws IOException, InterruptedException {
        List<JobQueue.Order> orders =
                pieces.stream().flatMap(piece -> piece.order().stream()).toList();
        Deque<Long> ids = new ArrayDeque<>(give(orders));
        List<R> answers = new ArrayList<>();
        try (JobLines lines = begin(unended(ids), atOnce)) {
            for (Piece<T> piece : pieces) {
                Optional<Job> job =
                        piece.order().isPresent() ? await(ids.remove()) : Optional.empty();
                R given = answer.of(piece, job);
                answers.add(given);
                lines.aside(() -> tell.accept(given));
            }
            return answers;
        }
    }

    private List<Long> give(List<JobQueue.Order> orders) throws IOException {
        Set<Long> known = Set.copyOf(ids(queue.jobs()));
        List<Long> ids = queue.addOrGoOn(orders);
        List<Job> left = queue.jobs(ids.stream().filter(known::contains).toList());
        long done = left.stream().filter(job -> job.state().ended()).count();
        if (!left.isEmpty() && !quiet) {
            System.err.printf(
                    "Goes on with %s that had been interrupted%s.%n",
                    files(left.size() - done),
                    done == 0 ? "" : "; " + files(done) + " done before");
        }
        return ids;
    }

    private static String files(long count) {
        return count == 1 ? "1 file" : count + " files";
    }

    /**
     * Works off jobs, and those of them that others leave behind meanwhile.
     *
     * @param tell is told each on this thread when it has ended
     */
    void run(Collection<Long> ids, int atOnce, Consumer<Job> tell)
            throws IOException, InterruptedException {
        queue.resume(ids);
        try (JobLines lines = begin(ids, atOnce)) {
            for (long id : ids) {
                Optional<Job> job = await(id);
                while (job.isPresent() && job.get().state() == JobState.INTERRUPTED) {
                    queue.resume(List.of(id));
                    job = await(id);
                }
                job.ifPresent(ended -> lines.aside(() -> tell.accept(ended)));
            }
        }
    }

    private static List<Long> ids(List<Job> jobs) {
        return jobs.stream().map(Job::id).toList();
    }

    private List<Long> unended(Collection<Long> ids) {
        return ids(queue.jobs(ids).stream().filter(job -> !job.state().ended()).toList());
    }

    private JobLines begin(Collection<Long> ids, int atOnce) {
        Set<Long> ours = Set.copyOf(ids);
        JobLines lines = new JobLines(System.err, Terminal.redraws(), quiet);
        queue.onChange(() -> lines.show(queue.jobs(ours)));
        started.addAll(ours);
        if (!ours.isEmpty()) {
            queue.start(atOnce, ours);
        }
        return lines;
    }

    private Optional<Job> await(long id) throws IOException, InterruptedException {
        try {
            queue.await(Set.of(id));
        } catch (InterruptedException e) {
            leave();
            throw e;
        }
        return queue.jobs(List.of(id)).stream().findFirst();
    }

    /** Nothing of it goes on by itself, in this process or another. */
    private void leave() throws IOException {
        long left = queue.jobs(started).stream().filter(job -> !job.state().ended()).count();
        queue.interrupt(started);
        if (left > 0 && stores) {
            System.err.printf(
                    "Interrupted with %s left. Go on: the same command again, or auralis jobs run."
                            + " Forget them: auralis jobs clear interrupted.%n",
                    files(left));
        }
    }

    @Override
    public void close() throws IOException {
        queue.close();
    }
}
