package auralis.library.export;

import auralis.dsp.separate.Stem;
import auralis.library.export.StemOrder.StemFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file to be taken apart into files that were planned.
 *
 * @param request what the user asked for
 * @param targets the files; empty when the source could not be read and they could not be named
 * @param seen how the source was when it was queued
 */
public record StemOrder(StemRequest request, List<StemFile> targets, Optional<SourceStamp> seen)
        implements JointOrder<StemFile> {
    /** A stem and its file. */
    public record StemFile(Stem stem, Path file) implements JointOrder.Target<StemFile> {
        @Override
        public StemFile at(Path other) {
            return new StemFile(stem, other);
        }
    }

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

    @Override
    public Path source() {
        return request.source();
    }

    @Override
    public List<StemFile> wanted() throws IOException {
        List<StemFile> wanted = new ArrayList<>();
        for (Stem stem : request.stems()) {
            wanted.add(new StemFile(stem, Draft.of(request.part(stem), 1).wanted()));
        }
        return wanted;
    }

    @Override
    public OverwritePolicy ifExists() {
        return request.ifExists();
    }
}
