package auralis.library.export;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One file to be sent through effects into one file.
 *
 * @param request what the user asked for
 * @param target what the result will be called; empty when the source could not be read and
 *     therefore not be named
 * @param seen the source when the order was given; empty when nobody looked
 */
public record EffectOrder(EffectRequest request, Optional<Path> target, Optional<SourceStamp> seen)
        implements Order {
    /** One whose source nobody has looked at. */
    public EffectOrder(EffectRequest request, Optional<Path> target) {
        this(request, target, Optional.empty());
    }

    /** The same with another file for the result. */
    public EffectOrder into(Path file) {
        return new EffectOrder(request, Optional.of(file), seen);
    }

    /** The same, given now. */
    public EffectOrder stamped() {
        return new EffectOrder(request, target, SourceStamp.of(source()));
    }

    public Path source() {
        return request.source();
    }
}
