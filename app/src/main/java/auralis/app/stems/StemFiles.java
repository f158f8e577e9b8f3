package auralis.app.stems;

import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import auralis.library.export.ExportPlanner;
import auralis.library.export.ExportPlanner.PlannedStems;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.export.OverwritePolicy;
import auralis.library.export.StemRequest;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.separate.SeparationSettings;
import java.io.IOException;
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
        OutputFormat output,
        NameTemplate name,
        OverwritePolicy ifExists) {

    /**
     * What the files will be called; on a worker.
     *
     * @param taken what other work is going to write
     */
    List<PlannedStems> plan(Collection<Path> taken, Progress progress)
            throws IOException, InterruptedException {
        return ExportPlanner.planStems(
                sources.stream().map(this::request).toList(), taken, progress);
    }

    private StemRequest request(Path source) {
        return new StemRequest(
                source,
                folder,
                separation,
                stems,
                StemRequest.Rest.SUBTRACT,
                StemRequest.Clipping.RESCALE_ALL,
                output,
                name,
                ifExists,
                Optional.empty());
    }

    /** What is planned, as work: what cannot be done too, so that it is told there. */
    static List<JobQueue.Order> orders(List<PlannedStems> planned) {
        return planned.stream()
                .map(one -> new JobQueue.Order(new Work.Separate(one.order()), one.audioSeconds()))
                .toList();
    }
}
