package auralis.library.export;

import java.nio.file.Path;
import java.util.Optional;

/** What is asked for of one file, as far as the names of its results depend on it. */
sealed interface Naming permits Request, TranscriptRequest {
    Path source();

    /** Where results go; made when it is missing. */
    Path folder();

    NameTemplate name();

    OverwritePolicy ifExists();

    /** The folder of sources whose tree is made again below the folder of results. */
    default Optional<Path> root() {
        return Optional.empty();
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
