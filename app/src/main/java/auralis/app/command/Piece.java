package auralis.app.command;

import auralis.library.export.Exporter;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a command is to do about a file.
 *
 * @param order for the queue; empty when there is nothing to do, or it cannot be done
 * @param problem why it cannot be done, as a sentence
 */
record Piece<T>(T request, Optional<JobQueue.Order> order, Optional<String> problem) {

    /**
     * A source that cannot be read goes to the queue all the same, where it fails and can be tried
     * again. Where only the result has no place, there is nothing to try.
     *
     * @param problem that was found when the batch was planned
     */
    static <T> Piece<T> of(
            T request,
            Path source,
            boolean skipped,
            Optional<String> problem,
            JobQueue.Order order) {
        boolean noPlace = problem.isPresent() && isSound(source);
        return skipped || noPlace
                ? new Piece<>(request, Optional.empty(), problem)
                : new Piece<>(request, Optional.of(order), Optional.empty());
    }

    /** Work that writes no file. */
    static <T> Piece<T> of(T request, Work work) {
        JobQueue.Order order = new JobQueue.Order(work, OptionalDouble.empty());
        return new Piece<>(request, Optional.of(order), Optional.empty());
    }

    /** A file that nothing can be done with. */
    static <T> Piece<T> refused(T request, String problem) {
        return new Piece<>(request, Optional.empty(), Optional.of(problem));
    }

    private static boolean isSound(Path source) {
        try (MediaSource opened = Media.open(source)) {
            Exporter.requireStereo(source, opened.media());
            return true;
        } catch (IOException e) {
            // The worker will find the same, and tell it.
            return false;
        }
    }
}
