package auralis.library.export;

import auralis.dsp.Progress;
import auralis.library.Library;
import auralis.library.export.StemOrder.StemFile;
import auralis.library.separate.Stems;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;

/**
 * Takes files apart into files:
 *
 * <pre>decoder → separator → kept stems → sum → gain → rate → dither → encoder</pre>
 *
 * The source is only read; the results have their names only when all of them are complete, read
 * again and measured.
 */
public final class StemExporter {
    /** Of the work on a file, next to {@link StemWriting#UNITS} for each result. */
    private static final int SEPARATING = 100;

    private final Library library;
    private final JointPlacing placing;

    /**
     * @param taken what other work is going to write
     */
    public StemExporter(Library library, Taken taken) {
        this.library = library;
        this.placing = new JointPlacing(taken);
    }

    /**
     * Writes the files that were planned, or others where those are no longer right.
     *
     * @param commitment is told the result before the files have their names
     * @throws IOException with a sentence for the user: which file, what is wrong, what to do
     * @throws InterruptedException when cancelled; nothing is left behind but kept stems
     */
    public StemResult export(StemOrder order, Progress progress, Commitment<StemResult> commitment)
            throws IOException, InterruptedException {
        try {
            cleanUp(order);
            List<StemFile> files = placing.claim(order);
            return files.isEmpty() && !order.request().isKept()
                    ? StemResult.SKIPPED
                    : export(order, files, progress, commitment);
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    private StemResult export(
            StemOrder order,
            List<StemFile> files,
            Progress progress,
            Commitment<StemResult> commitment)
            throws IOException, InterruptedException {
        StemRequest request = order.request();
        try {
            progress.total(SEPARATING + (long) StemWriting.UNITS * files.size());
            for (StemFile file : files) {
                Draft.of(request.part(file.stem()), 1).prepare(file.file());
            }
            Stems stems =
                    library.separations()
                            .of(request.source(), request.separation(), progress.part(SEPARATING));
            StemResult result = new StemWriting(order, stems, progress).write(files, commitment);
            addVersions(request, result);
            return result;
        } finally {
            placing.release(files);
        }
    }

    /**
     * Ends an order whose results got their names before that could be told. Where only some of
     * them did, they make room for all.
     *
     * @param remembered what the attempt committed to
     * @return false when the order has to be carried out again
     */
    public boolean isDone(StemOrder order, StemResult remembered) throws IOException {
        boolean done = !order.request().isKept() && JointPlacing.stand(remembered.outputs());
        if (done) {
            cleanUp(order);
            addVersions(order.request(), remembered);
        }
        return done;
    }

    /** Removes what an attempt left behind whose process was killed. */
    public void cleanUp(StemOrder order) throws IOException {
        JointPlacing.cleanUp(order);
        library.separations().cleanUp();
    }

    private void addVersions(StemRequest request, StemResult result) throws IOException {
        for (StemResult.Output output : result.outputs()) {
            library.versions()
                    .addStem(
                            request.source(),
                            output.file(),
                            output.stem(),
                            request.separation(),
                            output.measured().integratedLufs(),
                            output.measured().truePeakDbtp());
        }
    }
}
