package auralis.library.export;

import java.nio.file.Path;
import java.util.Optional;

/** A request with the file that was planned for its result. */
sealed interface Order permits ExportOrder, EffectOrder {
    Request request();

    Optional<Path> target();
}
