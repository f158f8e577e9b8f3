package auralis.library.job;

import auralis.library.export.ExportPlanner;
import auralis.library.track.JobState;
import auralis.library.track.JobStore;
import auralis.library.track.StoredJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Jobs that somebody left behind, for those who want the same again.
 *
 * <p>The same is what is asked for in the same words of the same source, which nobody changed
 * since. Numbers in the names of results do not count: those of the one who asks now were chosen
 * beside the names that the job from before has. Work that cannot be read is the same as none.
 */
final class LeftBehind {
    private final JobStore store;
    private final Map<Object, List<Job>> byEssence = new HashMap<>();

    LeftBehind(List<Job> jobs, JobStore store) {
        this.store = store;
        jobs.stream().filter(job -> job.work().isPresent()).forEach(this::add);
    }

    private void add(Job job) {
        Object essence = job.work().orElseThrow().essence();
        byEssence.computeIfAbsent(essence, key -> new ArrayList<>()).add(job);
    }

    /**
     * Lets those begin anew that do what is wanted. What was done before in their batches stands
     * for itself.
     *
     * @return the number of a job for each that is wanted; empty where it is new
     */
    List<Optional<Long>> takeOver(List<StoredJob> wanted) throws IOException {
        List<Optional<Work>> works = wanted.stream().map(job -> Job.of(job).work()).toList();
        List<Optional<Job>> open = works.stream().map(work -> work.flatMap(this::open)).toList();
        Set<Long> ours = store.takeOver(ids(open), Instant.now());
        Set<Long> batches =
                open.stream()
                        .flatMap(Optional::stream)
                        .filter(job -> ours.contains(job.id()))
                        .map(Job::batch)
                        .collect(Collectors.toSet());
        List<Optional<Long>> taken = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            Optional<Work> work = works.get(i);
            taken.add(
                    open.get(i)
                            .filter(job -> ours.contains(job.id()))
                            .or(() -> work.flatMap(same -> done(same, batches)))
                            .map(Job::id));
        }
        return taken;
    }

    private static List<Long> ids(List<Optional<Job>> jobs) {
        return jobs.stream().flatMap(Optional::stream).map(Job::id).toList();
    }

    /** Whether it may be taken is for the store to say. */
    private Optional<Job> open(Work wanted) {
        return take(wanted, job -> job.state() == JobState.INTERRUPTED)
                .or(() -> take(wanted, job -> job.state() == JobState.PENDING));
    }

    private Optional<Job> done(Work wanted, Set<Long> batches) {
        return take(wanted, job -> batches.contains(job.batch()) && stands(job));
    }

    private static boolean stands(Job job) {
        List<Path> outputs = job.outputs();
        return !outputs.isEmpty() && outputs.stream().allMatch(Files::exists);
    }

    /** One that does the same; each is given once. */
    private Optional<Job> take(Work wanted, Predicate<Job> condition) {
        List<Job> alike = byEssence.getOrDefault(wanted.essence(), List.of());
        Set<Path> names = names(wanted);
        Optional<Job> same =
                alike.stream()
                        .filter(condition)
                        .filter(job -> names.containsAll(names(job.work().orElseThrow())))
                        .findFirst();
        same.ifPresent(alike::remove);
        return same;
    }

    private static Set<Path> names(Work work) {
        return work.targets().stream().map(ExportPlanner::unnumbered).collect(Collectors.toSet());
    }
}
