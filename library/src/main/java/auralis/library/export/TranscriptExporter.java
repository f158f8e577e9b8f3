package auralis.library.export;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.Library;
import auralis.library.export.TranscriptOrder.TextTarget;
import auralis.library.media.DiskSpace;
import auralis.library.media.TextFile;
import auralis.library.transcript.Transcript;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Transcribes files into files. The results have their names only when all of them are complete;
 * what was heard is kept by the library whatever becomes of them.
 */
public final class TranscriptExporter {
    /** A minute of speech in all formats, about. */
    private static final long BYTES_PER_MINUTE = 64 << 10;

    private static final double MINUTE = 60;
    private final Library library;
    private final JointPlacing placing;

    /**
     * @param taken what other work is going to write
     */
    public TranscriptExporter(Library library, Taken taken) {
        this.library = library;
        this.placing = new JointPlacing(taken);
    }

    /**
     * Writes the files that were planned, or others where those are no longer right.
     *
     * @param commitment is told the result before the files have their names
     * @throws IOException with a sentence for the user: which file, what is wrong, what to do
     * @throws InterruptedException when cancelled; what was heard until then stays for the next
     *     time
     */
    public TranscriptResult export(
            TranscriptOrder order, Progress progress, Commitment<TranscriptResult> commitment)
            throws IOException, InterruptedException {
        try {
            cleanUp(order);
            List<TextTarget> files = placing.claim(order);
            return files.isEmpty() && !order.request().isKept()
                    ? TranscriptResult.SKIPPED
                    : export(order, files, progress, commitment);
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    private TranscriptResult export(
            TranscriptOrder order,
            List<TextTarget> files,
            Progress progress,
            Commitment<TranscriptResult> commitment)
            throws IOException, InterruptedException {
        TranscriptRequest request = order.request();
        try {
            for (TextTarget file : files) {
                // What cannot be written is better known before hours of work.
                TextFile.write(file.file(), "").close();
            }
            Transcript transcript =
                    library.transcriptions()
                            .of(request.source(), request.settings(), partial -> {}, progress);
            progress.phase("writing");
            return write(order, transcript, files, commitment);
        } finally {
            placing.release(files);
        }
    }

    private static TranscriptResult write(
            TranscriptOrder order,
            Transcript transcript,
            List<TextTarget> files,
            Commitment<TranscriptResult> commitment)
            throws IOException {
        List<TextFile> written = new ArrayList<>();
        try {
            List<TranscriptResult.Output> outputs = new ArrayList<>();
            for (TextTarget file : files) {
                TextFile text = written(file, transcript, order.request());
                written.add(text);
                outputs.add(
                        new TranscriptResult.Output(file.format(), file.file(), text.content()));
            }
            TranscriptResult result = result(order, transcript, outputs);
            commitment.before(result);
            for (TextFile text : written) {
                text.commit();
            }
            return result;
        } finally {
            for (TextFile text : written) {
                text.close();
            }
        }
    }

    private static TextFile written(
            TextTarget file, Transcript transcript, TranscriptRequest request) throws IOException {
        DiskSpace.require(
                file.file(), Math.round(transcript.seconds() / MINUTE * BYTES_PER_MINUTE));
        return TextFile.write(file.file(), file.format().write(transcript, request.lines()));
    }

    private static TranscriptResult result(
            TranscriptOrder order, Transcript transcript, List<TranscriptResult.Output> outputs) {
        List<String> warnings = new ArrayList<>();
        order.changeWarning().ifPresent(warnings::add);
        gapWarning(transcript).ifPresent(warnings::add);
        return new TranscriptResult(
                transcript.engine(),
                transcript.model(),
                transcript.language(),
                outputs,
                transcript.chunks(),
                transcript.successRate(),
                warnings,
                transcript.seconds());
    }

    private static Optional<String> gapWarning(Transcript transcript) {
        double seconds = transcript.gaps().stream().mapToDouble(Span::seconds).sum();
        return transcript.isComplete()
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "It is only a part: %d of %d pieces, %.0f s, could not be"
                                        + " recognised. Transcribe it again to try only those.",
                                transcript.chunks() - transcript.chunksDone(),
                                transcript.chunks(),
                                seconds));
    }

    /**
     * Ends an order whose results got their names before that could be told. Where only some of
     * them did, they make room for all.
     *
     * @param remembered what the attempt committed to
     * @return false when the order has to be carried out again
     */
    public boolean isDone(TranscriptOrder order, TranscriptResult remembered) throws IOException {
        boolean done = JointPlacing.stand(remembered.outputs());
        if (done) {
            cleanUp(order);
        }
        return done;
    }

    /** Removes what an attempt left behind whose process was killed, but for what was heard. */
    public void cleanUp(TranscriptOrder order) throws IOException {
        JointPlacing.cleanUp(order);
        library.separations().cleanUp();
    }
}
