package auralis.library.export;

import auralis.dsp.separate.Stem;
import java.nio.file.Path;
import java.util.List;

/**
 * One file to be taken apart into files that were planned.
 *
 * @param request what the user asked for
 * @param targets the files; empty when the source could not be read and they could not be named
 */
public record StemOrder(StemRequest request, List<StemFile> targets) {
    /** A stem and its file. */
    public record StemFile(Stem stem, Path file) {}

    public StemOrder {
        targets = List.copyOf(targets);
    }

    public Path source() {
        return request.source();
    }

    /** Just the files. */
    public List<Path> files() {
        return targets.stream().map(StemFile::file).toList();
    }
}
