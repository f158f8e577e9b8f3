package auralis.library.export;

import auralis.dsp.master.Preset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One file to be mastered into one file: all that a worker has to know, and that is kept of it.
 *
 * @param request what the user asked for
 * @param target what the result will be called; empty when the source could not be read and
 *     therefore not be named
 * @param album all files of the album in its order, when it is mastered as a part of it; else empty
 * @param seen the source when the order was given; empty when nobody looked
 */
public record ExportOrder(
        ExportRequest request, Optional<Path> target, List<Path> album, Optional<SourceStamp> seen)
        implements Order {
    public ExportOrder {
        album = List.copyOf(album);
    }

    /** One whose source nobody has looked at. */
    public ExportOrder(ExportRequest request, Optional<Path> target, List<Path> album) {
        this(request, target, album, Optional.empty());
    }

    /** The same with another file for the result. */
    public ExportOrder into(Path file) {
        return new ExportOrder(request, Optional.of(file), album, seen);
    }

    /** The same, given now. */
    public ExportOrder stamped() {
        return new ExportOrder(request, target, album, SourceStamp.of(source()));
    }

    public Path source() {
        return request.source();
    }

    public Preset preset() {
        return request.preset();
    }
}
