package auralis.app.command;

import auralis.library.job.Job;
import auralis.library.track.JobState;
import java.util.Locale;
import java.util.Optional;

/**
 * How a file came out of the queue.
 *
 * @param state "done", "skipped", "failed", or what else the job is in
 * @param error why there is no result, as a sentence
 * @param result what came of it, as JSON; empty unless done
 */
record JobAnswer(String state, Optional<String> error, String result, double elapsedSeconds) {
    /** The shortest time that is told, because speed is divided by it. */
    private static final double SHORTEST_SECONDS = 1e-3;

    /**
     * @param job empty when the piece was not given to the queue, or somebody took it out
     */
    static JobAnswer of(Piece<?> piece, Optional<Job> job) {
        if (piece.problem().isPresent()) {
            return none("failed", piece.problem());
        }
        if (piece.order().isEmpty()) {
            return none("skipped", Optional.empty());
        }
        return job.map(JobAnswer::of)
                .orElseGet(() -> none("cancelled", Optional.of("It was taken out of the queue.")));
    }

    private static JobAnswer none(String state, Optional<String> error) {
        return new JobAnswer(state, error, "", 0);
    }

    private static JobAnswer of(Job job) {
        return new JobAnswer(
                word(job.state()),
                error(job),
                job.stored().result().orElse(""),
                Math.max(SHORTEST_SECONDS, job.stored().active().toMillis() / 1e3));
    }

    static String word(JobState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> error(Job job) {
        return switch (job.state()) {
            case DONE, SKIPPED -> Optional.empty();
            case FAILED -> Optional.of(job.stored().error().orElse("It failed."));
            case CANCELLED -> Optional.of("It was cancelled. Try again: " + again("retry", job));
            default ->
                    Optional.of(
                            "It is "
                                    + word(job.state())
                                    + ". Let it go on: "
                                    + again("resume", job));
        };
    }

    private static String again(String command, Job job) {
        return "auralis jobs " + command + " " + job.id();
    }
}
