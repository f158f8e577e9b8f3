package auralis.library.scan;

import auralis.library.media.ContentSignature;
import auralis.library.track.KnownFile;
import auralis.library.track.PathKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the files of a folder that is somewhere else now: at the same place below it, and of the
 * same size or content. A file that is a track already stays that track's.
 */
final class Relocator {
    private final Path from;
    private final Path to;
    private final Set<String> taken = new HashSet<>();

    /**
     * @param there what the library knows in the new place
     */
    Relocator(Path from, Path to, List<KnownFile> there) {
        this.from = from;
        this.to = to;
        there.forEach(known -> taken.add(known.key()));
    }

    /** Where the files are now, of those that were found. */
    Map<KnownFile, Path> find(List<KnownFile> known) throws InterruptedException {
        Map<KnownFile, Path> found = new LinkedHashMap<>();
        for (KnownFile file : known) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            counterpart(file).ifPresent(place -> found.put(file, place));
        }
        return found;
    }

    private Optional<Path> counterpart(KnownFile known) {
        return place(known.file())
                .filter(place -> !taken.contains(PathKey.of(place)))
                .filter(place -> isSame(known, place));
    }

    /** The same place below the new folder; empty where it was not below the old one. */
    Optional<Path> place(Path old) {
        if (!Roots.contains(from, old) || old.getNameCount() < from.getNameCount()) {
            return Optional.empty();
        }
        return old.getNameCount() == from.getNameCount()
                ? Optional.of(to)
                : Optional.of(to.resolve(old.subpath(from.getNameCount(), old.getNameCount())));
    }

    private static boolean isSame(KnownFile known, Path place) {
        try {
            return Files.isRegularFile(place)
                    && (Files.size(place) == known.stamp().bytes()
                            || known.content().isPresent()
                                    && known.content().get().equals(ContentSignature.of(place)));
        } catch (IOException e) {
            // Not to be read there, so it is not found there.
            return false;
        }
    }
}
