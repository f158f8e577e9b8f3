package auralis.library.export;

import auralis.library.media.Media;
import auralis.library.media.MediaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the files that the results of one batch may be written to: no two get the same, none gets a
 * source of the batch, and none gets a file that another process is writing. Any thread.
 */
final class Targets {
    private final Set<Object> sources = new HashSet<>();
    private final Set<Path> given = new HashSet<>();

    /**
     * @param sources all of the batch; those that are not there are passed over
     */
    Targets(Collection<Path> sources) throws IOException {
        this(sources, Set.of());
    }

    /**
     * @param taken what other work is going to write
     */
    Targets(Collection<Path> sources, Collection<Path> taken) throws IOException {
        given.addAll(taken);
        for (Path source : sources) {
            if (Files.exists(source)) {
                this.sources.add(identity(source));
            }
        }
    }

    /**
     * @param name without its ending
     * @return empty when the policy says to skip
     * @throws MediaException when the policy forbids to go on
     */
    synchronized Optional<Path> choose(
            Path folder, String name, String extension, OverwritePolicy policy) throws IOException {
        Path wanted = folder.resolve(name + "." + extension);
        if (given.contains(wanted)) {
            return Optional.of(give(numbered(folder, name, extension)));
        }
        if (isFree(wanted)) {
            return Optional.of(give(wanted));
        }
        return switch (policy) {
            case SKIP -> Optional.empty();
            case NUMBER -> Optional.of(give(numbered(folder, name, extension)));
            case REPLACE -> Optional.of(give(noSource(wanted)));
            case FAIL ->
                    throw new MediaException(
                            wanted,
                            "there is a file of this name already",
                            "Choose another folder or name, or let new files be numbered.");
        };
    }

    /** Whether a file of this name is there or being written. */
    static boolean exists(Path folder, String name, String extension) {
        return !isFree(folder.resolve(name + "." + extension));
    }

    private Path give(Path file) {
        given.add(file);
        return file;
    }

    private Path numbered(Path folder, String name, String extension) {
        for (int n = 2; ; n++) {
            Path file = folder.resolve(name + " (" + n + ")." + extension);
            if (isFree(file) && !given.contains(file)) {
                return file;
            }
        }
    }

    private static boolean isFree(Path file) {
        return !Files.exists(file) && !Media.isBeingWritten(file);
    }

    private Path noSource(Path wanted) throws IOException {
        if (Files.exists(wanted) && sources.contains(identity(wanted))) {
            throw new MediaException(
                    wanted, "the result would replace a source", "Choose another folder or name.");
        }
        return wanted;
    }

    /** The same for all names and links of a file. */
    private static Object identity(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key != null ? key : file.toRealPath();
    }
}
