package auralis.library.export;

import auralis.library.export.TranscriptOrder.TextTarget;
import auralis.library.transcript.TranscriptFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One file to be transcribed into files that were planned.
 *
 * @param request what the user asked for
 * @param targets the files; empty when the source could not be read and they could not be named
 * @param seen how the source was when it was queued
 */
public record TranscriptOrder(
        TranscriptRequest request, List<TextTarget> targets, Optional<SourceStamp> seen)
        implements JointOrder<TextTarget> {
    /** A format and its file. */
    public record TextTarget(TranscriptFormat format, Path file)
            implements JointOrder.Target<TextTarget> {
        @Override
        public TextTarget at(Path other) {
            return new TextTarget(format, other);
        }
    }

    public TranscriptOrder(TranscriptRequest request, List<TextTarget> targets) {
        this(request, targets, Optional.empty());
    }

    public TranscriptOrder {
        targets = List.copyOf(targets);
    }

    /** The same with a note of how its source is now. */
    public TranscriptOrder stamped() {
        return new TranscriptOrder(request, targets, SourceStamp.of(source()));
    }

    @Override
    public Path source() {
        return request.source();
    }

    @Override
    public List<TextTarget> wanted() {
        return request.wanted(1);
    }

    @Override
    public OverwritePolicy ifExists() {
        return request.ifExists();
    }
}
