package auralis.library.export;

import auralis.dsp.separate.Stem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One file to be taken apart into files that were planned.
 *
 * @param request what the user asked for
 * @param targets the files; empty when the source could not be read and they could not be named
 * @param seen how the source was when it was queued
 */
public record StemOrder(StemRequest request, List<StemFile> targets, Optional<SourceStamp> seen) {
    /** A stem and its file. */
    public record StemFile(Stem stem, Path file) {}

    public StemOrder(StemRequest request, List<StemFile> targets) {
        this(request, targets, Optional.empty());
    }

    public StemOrder {
        targets = List.copyOf(targets);
    }

    /** The same with a note of how its source is now. */
    public StemOrder stamped() {
        return new StemOrder(request, targets, SourceStamp.of(source()));
    }

    public Path source() {
        return request.source();
    }

    /** Just the files. */
    public List<Path> files() {
        return targets.stream().map(StemFile::file).toList();
    }
}
