package auralis.app.stems;

import auralis.app.export.ExportChoice.IfExists;
import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import auralis.library.export.ExportPlanner;
import auralis.library.export.ExportPlanner.PlannedStems;
import auralis.library.export.ExportPlanner.Room;
import auralis.library.export.OverwritePolicy;
import auralis.library.export.StemRequest;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.separate.SeparationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Tracks that are to be taken apart into files.
 *
 * @param stems at least one
 */
record StemFiles(
        List<Path> sources,
        SeparationSettings separation,
        List<Stem> stems,
        Path folder,
        StemChoice choice) {

    /**
     * What is going to happen.
     *
     * @param tight the disk that has too little room
     */
    record Outlook(List<PlannedStems> planned, Optional<Room> tight) {
        long bytes() {
            return planned.stream().mapToLong(PlannedStems::needsBytes).sum();
        }
    }

    /** On a worker. */
    Outlook outlook(Collection<Path> taken, Progress progress)
            throws IOException, InterruptedException {
        List<PlannedStems> planned = plan(choice.ifExists().policy(), taken, progress);
        Optional<Room> tight =
                ExportPlanner.stemRoom(planned).stream()
                        .filter(room -> !room.isEnough())
                        .findFirst();
        return new Outlook(planned, tight);
    }

    /**
     * What the files will be called; on a worker.
     *
     * @param policy for names that there are already
     * @param taken what other work is going to write
     */
    List<PlannedStems> plan(OverwritePolicy policy, Collection<Path> taken, Progress progress)
            throws IOException, InterruptedException {
        return ExportPlanner.planStems(
                sources.stream().map(source -> request(source, policy)).toList(), taken, progress);
    }

    /** Files that the user has to decide about; on a worker. */
    List<Path> conflicts(Collection<Path> taken, Progress progress)
            throws IOException, InterruptedException {
        return choice.ifExists() != IfExists.ASK
                ? List.of()
                : plan(OverwritePolicy.REPLACE, taken, progress).stream()
                        .flatMap(planned -> planned.order().files().stream())
                        .filter(Files::exists)
                        .toList();
    }

    private StemRequest request(Path source, OverwritePolicy policy) {
        return new StemRequest(
                source,
                folder,
                separation,
                stems,
                choice.rest(),
                choice.clipping(),
                choice.output(),
                choice.name(),
                policy,
                Optional.empty());
    }

    /** What is planned, as work: what cannot be done too, so that it is told there. */
    static List<JobQueue.Order> orders(List<PlannedStems> planned) {
        return planned.stream()
                .map(one -> new JobQueue.Order(new Work.Separate(one.order()), one.audioSeconds()))
                .toList();
    }
}
