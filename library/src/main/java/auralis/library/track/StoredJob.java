package auralis.library.track;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A piece of work in the background, as it is kept.
 *
 * @param id 0 for one that is not stored yet
 * @param batch what was given together, by the number of its first job
 * @param work what kind of work it is
 * @param source the file or folder that it is about
 * @param payload all that its worker has to know, as JSON
 * @param audioSeconds length of the source; empty when unknown
 * @param phase key of what is being done
 * @param fraction how much is done, 0..1
 * @param attempts how often it was begun; one that was interrupted does not count
 * @param error why it failed or was skipped, as a sentence
 * @param result what came of it, as JSON; there before the result has its name
 * @param owner the process that works on it
 * @param active how long it was worked on at the last attempt, without pauses
 */
public record StoredJob(
        long id,
        long batch,
        String work,
        String source,
        String payload,
        OptionalDouble audioSeconds,
        JobState state,
        Optional<String> phase,
        double fraction,
        int attempts,
        Optional<String> error,
        Optional<String> result,
        Optional<String> owner,
        Duration active,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    /** One that waits for its turn. */
    public static StoredJob pending(
            String work, String source, String payload, OptionalDouble audioSeconds, Instant now) {
        return new StoredJob(
                0,
                0,
                work,
                source,
                payload,
                audioSeconds,
                JobState.PENDING,
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                now,
                Optional.empty(),
                Optional.empty());
    }

    /** The same, so far done. */
    public StoredJob at(JobStore.Beat beat) {
        return new StoredJob(
                id,
                batch,
                work,
                source,
                payload,
                audioSeconds,
                state,
                Optional.of(beat.phase()),
                beat.fraction(),
                attempts,
                error,
                result,
                owner,
                beat.active(),
                createdAt,
                startedAt,
                finishedAt);
    }

    /** The same, ended; what is to be begun again is interrupted until it can be. */
    public StoredJob ended(JobStore.Ending ending) {
        return new StoredJob(
                id,
                batch,
                work,
                source,
                payload,
                audioSeconds,
                ending.state() == JobState.PENDING ? JobState.INTERRUPTED : ending.state(),
                phase,
                ending.state() == JobState.DONE ? 1 : fraction,
                attempts,
                ending.error(),
                ending.result(),
                Optional.empty(),
                ending.active(),
                createdAt,
                startedAt,
                Optional.of(ending.at()));
    }
}
