package auralis.library.export;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One file to be sent through effects into one file.
 *
 * @param request what the user asked for
 * @param target what the result will be called; empty when the source could not be read and
 *     therefore not be named
 */
public record EffectOrder(EffectRequest request, Optional<Path> target) implements Order {
    /** The same with another file for the result. */
    public EffectOrder into(Path file) {
        return new EffectOrder(request, Optional.of(file));
    }

    public Path source() {
        return request.source();
    }
}
