package auralis.library.export;

import auralis.library.media.MediaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the files that the results of one batch may be written to: no two get the same, and none
 * gets its source.
 */
final class Targets {
    private final Set<Path> given = new HashSet<>();

    /**
     * @param name without its ending
     * @return empty when the policy says to skip
     * @throws MediaException when the policy forbids to go on
     */
    Optional<Path> choose(
            Path source, Path folder, String name, String extension, OverwritePolicy policy)
            throws IOException {
        Path wanted = folder.resolve(name + "." + extension);
        if (given.contains(wanted)) {
            return Optional.of(give(numbered(folder, name, extension)));
        }
        if (!Files.exists(wanted)) {
            return Optional.of(give(wanted));
        }
        return switch (policy) {
            case SKIP -> Optional.empty();
            case NUMBER -> Optional.of(give(numbered(folder, name, extension)));
            case REPLACE -> Optional.of(give(notTheSource(source, wanted)));
            case FAIL ->
                    throw new MediaException(
                            wanted,
                            "there is a file of this name already",
                            "Choose another folder or name, or let new files be numbered.");
        };
    }

    private Path give(Path file) {
        given.add(file);
        return file;
    }

    private Path numbered(Path folder, String name, String extension) {
        for (int n = 2; ; n++) {
            Path file = folder.resolve(name + " (" + n + ")." + extension);
            if (!Files.exists(file) && !given.contains(file)) {
                return file;
            }
        }
    }

    private static Path notTheSource(Path source, Path wanted) throws IOException {
        if (Files.isSameFile(source, wanted)) {
            throw new MediaException(
                    wanted,
                    "the result would replace its source",
                    "Choose another folder or name.");
        }
        return wanted;
    }
}
