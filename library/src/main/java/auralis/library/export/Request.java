package auralis.library.export;

import java.nio.file.Path;
import java.util.Optional;

/** What is asked for of one file, as far as the place of its result depends on it. */
sealed interface Request permits ExportRequest, EffectRequest, StemRequest.Part {
    Path source();

    /** Where results go; made when it is missing. */
    Path folder();

    OutputFormat output();

    NameTemplate name();

    OverwritePolicy ifExists();

    /** The folder of sources whose tree is made again below the folder of results. */
    default Optional<Path> root() {
        return Optional.empty();
    }

    /** The part of the source that is wanted; empty: all. */
    default Optional<Excerpt> excerpt() {
        return Optional.empty();
    }

    /** How much longer than its source the result is. */
    default double tailSeconds() {
        return 0;
    }

    /** The folder of this result. */
    default Path placeFolder() {
        Path parent = source().toAbsolutePath().normalize().getParent();
        return root().map(root -> root.toAbsolutePath().normalize())
                .filter(parent::startsWith)
                .map(root -> folder().resolve(root.relativize(parent)))
                .orElse(folder());
    }
}
