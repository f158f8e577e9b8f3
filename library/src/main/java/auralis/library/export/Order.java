package auralis.library.export;

import java.nio.file.Path;
import java.util.Optional;

/** A request with the file that was planned for its result. */
sealed interface Order permits ExportOrder, EffectOrder {
    Request request();

    Optional<Path> target();

    /** The source when the order was given; empty when nobody looked. */
    Optional<SourceStamp> seen();

    /** What is to be said where the source is another file by now. */
    default Optional<String> changeWarning() {
        return SourceStamp.changeWarning(seen(), request().source());
    }
}
