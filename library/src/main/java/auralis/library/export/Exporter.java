package auralis.library.export;

import auralis.dsp.Progress;
import auralis.library.Library;
import auralis.library.media.MediaException;
import auralis.library.media.MediaFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Masters files into files. For each: analysis and plan from the library, then
 *
 * <pre>decoder → rate → chain → dither → encoder → decoder → meters</pre>
 *
 * The source is only read; the result has its name only when it is complete, read again and
 * measured.
 */
public final class Exporter {
    private final Library library;
    private final Placing placing;

    /**
     * For one batch.
     *
     * @param sources all files of the batch in its order, none of which is ever replaced
     */
    public Exporter(Library library, Collection<Path> sources) throws IOException {
        this.library = library;
        this.placing = new Placing(sources);
    }

    /**
     * For orders whose results were planned.
     *
     * @param taken what other work is going to write
     */
    public Exporter(Library library, Taken taken) {
        this.library = library;
        this.placing = new Placing(taken);
    }

    /**
     * Plans a file for the result and masters into it.
     *
     * @throws IOException with a sentence for the user: which file, what is wrong, what to do
     * @throws InterruptedException when cancelled; nothing is left behind
     */
    public ExportResult export(ExportRequest request, Progress progress)
            throws IOException, InterruptedException {
        return export(request, Optional.empty(), progress);
    }

    /**
     * Masters a file of an album by a plan that was made for all of it.
     *
     * @throws IOException as {@link #export(ExportRequest, Progress)}
     */
    public ExportResult export(ExportRequest request, AlbumPlan plan, Progress progress)
            throws IOException, InterruptedException {
        return export(request, Optional.of(plan), progress);
    }

    private ExportResult export(ExportRequest request, Optional<AlbumPlan> album, Progress progress)
            throws IOException, InterruptedException {
        Optional<Path> target = placing.plan(request);
        return target.isEmpty()
                ? ExportResult.skipped(request.source())
                : export(
                        new ExportOrder(request, target, List.of()),
                        going -> album,
                        progress,
                        result -> {});
    }

    /** Finds the plan of an album when its time has come. */
    @FunctionalInterface
    private interface AlbumOf {
        Optional<AlbumPlan> get(Progress progress) throws IOException, InterruptedException;
    }

    /**
     * Masters a file into the one that was planned for it, or into another where that is no longer
     * right.
     *
     * @param albums where the plan comes from for a part of an album
     * @param commitment is told the result before it has its name
     * @throws IOException as {@link #export(ExportRequest, Progress)}
     */
    public ExportResult export(
            ExportOrder order,
            AlbumPlans albums,
            Progress progress,
            Commitment<ExportResult> commitment)
            throws IOException, InterruptedException {
        return export(order, going -> album(order, albums, going), progress, commitment);
    }

    private static Optional<AlbumPlan> album(
            ExportOrder order, AlbumPlans albums, Progress progress)
            throws IOException, InterruptedException {
        if (order.album().isEmpty()) {
            return Optional.empty();
        }
        progress.phase("planning");
        // Made once for all tracks, and counted by the one that has it made.
        return Optional.of(
                albums.of(
                        order.album(),
                        order.preset().settings(),
                        order.request().output(),
                        progress));
    }

    private ExportResult export(
            ExportOrder order,
            AlbumOf album,
            Progress progress,
            Commitment<ExportResult> commitment)
            throws IOException, InterruptedException {
        Stages stages = new Stages(progress);
        return placing.write(
                        order,
                        (draft, target) -> {
                            long own = Mastering.units(draft, !order.album().isEmpty());
                            Optional<AlbumPlan> plan = album.get(stages.first(own));
                            Sound sound = Sound.of(library, order.request());
                            return new Mastering(
                                            library,
                                            order,
                                            sound,
                                            draft,
                                            target,
                                            plan,
                                            stages.second())
                                    .run(commitment);
                        })
                .orElseGet(() -> ExportResult.skipped(order.source()));
    }

    /**
     * Ends an order whose result got its name before that could be told.
     *
     * @param remembered what the attempt committed to
     * @return false when there is no such file, so that the order has to be carried out again
     */
    public boolean isDone(ExportOrder order, ExportResult remembered) throws IOException {
        if (!remembered.stands()) {
            return false;
        }
        cleanUp(order);
        Mastering.addVersion(library, order.request(), remembered);
        return true;
    }

    /** Removes what an attempt left behind whose process was killed. */
    public void cleanUp(ExportOrder order) throws IOException {
        placing.cleanUp(order);
    }

    /**
     * @throws MediaException when the file has more channels than mastering works on
     */
    public static void requireStereo(Path source, MediaFormat media) throws MediaException {
        int channels = media.stream().channels();
        if (channels > 2) {
            throw new MediaException(
                    source,
                    "it has " + channels + " channels",
                    "Mastering works on mono and stereo; mix it down first.");
        }
    }
}
