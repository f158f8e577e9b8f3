package auralis.app.jobs;

import auralis.library.job.Job;
import auralis.library.track.JobState;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Jobs in numbers.
 *
 * @param folders where the results go
 */
record Tally(Map<JobState, Integer> counts, Set<Path> folders) {

    static Tally of(Collection<Job> jobs) {
        Map<JobState, Integer> counts = new EnumMap<>(JobState.class);
        Set<Path> folders = new HashSet<>();
        for (Job job : jobs) {
            counts.merge(job.state(), 1, Integer::sum);
            Targets.folder(job).ifPresent(folders::add);
        }
        return new Tally(counts, folders);
    }

    int of(JobState... states) {
        int sum = 0;
        for (JobState state : states) {
            sum += counts.getOrDefault(state, 0);
        }
        return sum;
    }

    int all() {
        return of(JobState.values());
    }

    int ended() {
        return List.of(JobState.values()).stream().filter(JobState::ended).mapToInt(this::of).sum();
    }

    /** Not ended, whether somebody works on it or not. */
    int left() {
        return all() - ended();
    }

    /** What is worked on or will be without another word of the user. */
    int active() {
        return of(JobState.PENDING, JobState.RUNNING, JobState.PAUSED);
    }

    /** The folder that all results go to, if there is one. */
    Optional<Path> folder() {
        return folders.size() == 1 ? Optional.of(folders.iterator().next()) : Optional.empty();
    }
}
