package auralis.library.job;

import auralis.library.json.Json;
import auralis.library.track.JobState;
import auralis.library.track.JobStore;
import auralis.library.track.StoredJob;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A piece of work and how it stands. Never changes; the queue tells new ones.
 *
 * @param stored how it stands
 * @param work empty when a newer program gave it
 * @param left until it is done at the pace of the last seconds; empty while that is not known
 */
public record Job(StoredJob stored, Optional<Work> work, Optional<Duration> left) {

    /** Key of what every job does first, for a moment. */
    public static final String FIRST_PHASE = "starting";

    static Job of(StoredJob stored) {
        return new Job(stored, work(stored), Optional.empty());
    }

    /** The same job as it stands now. */
    Job with(StoredJob now) {
        boolean same = now.payload().equals(stored.payload());
        return new Job(now, same ? work : work(now), Optional.empty());
    }

    /** The same job, so far done. */
    Job at(JobStore.Beat beat, Optional<Duration> timeLeft) {
        return new Job(stored.at(beat), work, timeLeft);
    }

    /** The same job, ended. */
    Job ended(JobStore.Ending ending) {
        return new Job(stored.ended(ending), work, Optional.empty());
    }

    private static Optional<Work> work(StoredJob stored) {
        try {
            return Optional.of(Work.Kind.read(stored.work(), stored.payload()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public long id() {
        return stored.id();
    }

    /** The number of the first job that was given together with it. */
    public long batch() {
        return stored.batch();
    }

    public JobState state() {
        return stored.state();
    }

    public Path source() {
        return Path.of(stored.source());
    }

    /** What results tell: of one file or of several. */
    private record Result(Optional<Path> output, Optional<List<Output>> outputs) {
        private record Output(Path file) {}
    }

    /** The files that were written; others than were planned where those were taken by then. */
    public List<Path> outputs() {
        Optional<String> result = stored.result().filter(text -> !text.isEmpty());
        if (state() != JobState.DONE || result.isEmpty()) {
            return List.of();
        }
        try {
            Result told = Json.read(result.get(), Result.class);
            List<Path> files = new ArrayList<>(told.output().stream().toList());
            told.outputs().ifPresent(all -> all.forEach(one -> files.add(one.file())));
            return files;
        } catch (IOException e) {
            // A newer program wrote it.
            return List.of();
        }
    }

    /** How often faster than it plays the sound was worked on; empty before that is known. */
    public OptionalDouble realTimeFactor() {
        double seconds = stored.active().toMillis() / 1e3;
        if (stored.audioSeconds().isEmpty() || seconds < 1 || stored.fraction() <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(stored.audioSeconds().getAsDouble() * stored.fraction() / seconds);
    }
}
