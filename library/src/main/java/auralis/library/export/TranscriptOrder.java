package auralis.library.export;

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
        TranscriptRequest request, List<TextTarget> targets, Optional<SourceStamp> seen) {
    /** A format and its file. */
    public record TextTarget(TranscriptFormat format, Path file) {}

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

    public Path source() {
        return request.source();
    }

    /** Just the files. */
    public List<Path> files() {
        return targets.stream().map(TextTarget::file).toList();
    }
}
