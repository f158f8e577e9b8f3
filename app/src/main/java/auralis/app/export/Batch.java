package auralis.app.export;

import auralis.dsp.Progress;
import auralis.dsp.master.Preset;
import auralis.library.Library;
import auralis.library.export.ExportOrder;
import auralis.library.export.ExportPlanner;
import auralis.library.export.ExportPlanner.Planned;
import auralis.library.export.ExportRequest;
import auralis.library.export.OverwritePolicy;
import auralis.library.export.StemSelection;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Files that are to be mastered together.
 *
 * @param inAlbum whether each is mastered as a part of its album, whose differences stay
 * @param former of the one source, where it is ordered anew; empty: ordered for the first time
 * @param mix of the stems of the one source, in its place; empty: the source itself
 */
public record Batch(
        List<Path> sources,
        Path folder,
        Preset preset,
        ExportChoice choice,
        boolean inAlbum,
        Optional<ExportOrder> former,
        Optional<StemSelection> mix) {
    public Batch {
        sources = List.copyOf(sources);
    }

    /** What is ordered for the first time. */
    public Batch(
            List<Path> sources, Path folder, Preset preset, ExportChoice choice, boolean inAlbum) {
        this(sources, folder, preset, choice, inAlbum, Optional.empty(), Optional.empty());
    }

    /** What was ordered before, to be ordered otherwise. */
    public static Batch of(ExportOrder order) {
        ExportRequest request = order.request();
        return new Batch(
                List.of(request.source()),
                request.folder(),
                request.preset(),
                ExportChoice.of(request),
                !order.album().isEmpty(),
                Optional.of(order),
                request.stems());
    }

    /** The same of a mix of the stems of the one source. */
    public Batch of(StemSelection stems) {
        return new Batch(sources, folder, preset, choice, false, former, Optional.of(stems));
    }

    /**
     * What each result will be called; on a worker.
     *
     * @param taken what other work is going to write
     */
    List<Planned> plan(Collection<Path> taken, Progress progress)
            throws IOException, InterruptedException {
        return plan(source -> choice.ifExists().policy(), taken, progress);
    }

    /** The same, where there is a decision for each. */
    List<Planned> plan(
            Function<Path, OverwritePolicy> decided, Collection<Path> taken, Progress progress)
            throws IOException, InterruptedException {
        List<ExportRequest> requests =
                sources.stream().map(source -> request(source, decided.apply(source))).toList();
        return ExportPlanner.plan(requests, taken, progress);
    }

    private ExportRequest request(Path source, OverwritePolicy policy) {
        return new ExportRequest(
                source,
                folder,
                preset,
                choice.output(),
                choice.name(),
                policy,
                former.flatMap(order -> order.request().root()),
                former.flatMap(order -> order.request().excerpt()),
                mix);
    }

    /**
     * What is planned, as work for the queue: what cannot be done too, so that it is told there.
     */
    List<JobQueue.Order> orders(List<Planned> planned, Library library) throws IOException {
        List<JobQueue.Order> orders = new ArrayList<>();
        for (Planned one : planned) {
            List<Path> album =
                    inAlbum && mix.isEmpty() ? album(one.request().source(), library) : List.of();
            orders.add(
                    new JobQueue.Order(
                            new Work.Master(new ExportOrder(one.request(), one.target(), album)),
                            one.audioSeconds()));
        }
        return orders;
    }

    private List<Path> album(Path source, Library library) throws IOException {
        List<Path> before = former.map(ExportOrder::album).orElse(List.of());
        if (!before.isEmpty()) {
            return before;
        }
        List<Path> album = library.album(source).stream().map(Track::file).toList();
        return album.size() < 2 ? List.of() : album;
    }
}
