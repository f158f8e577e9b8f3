package auralis.library.export;

import auralis.library.media.Media;
import auralis.library.media.MediaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the files that results may be written to: no two get the same, none gets a source, and none
 * gets a file that somebody else is writing or is going to. Names that differ in case only count as
 * the same, because on many disks they are. Any thread.
 */
final class Targets {
    private final Set<Object> sources = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private final Taken taken;

    /**
     * @param sources all of the batch; those that are not there are passed over
     */
    Targets(Collection<Path> sources) throws IOException {
        this(sources, Set.of());
    }

    /** Without a batch; what is taken is asked each time. */
    Targets(Taken taken) {
        this.taken = taken;
    }

    /**
     * @param taken what other work is going to write
     */
    Targets(Collection<Path> sources, Collection<Path> taken) throws IOException {
        this(List::of);
        taken.forEach(this::give);
        for (Path source : sources) {
            if (Files.exists(source)) {
                this.sources.add(identity(source));
            }
        }
    }

    /** The file that was planned, where it is still right, or another. */
    synchronized Optional<Path> claim(Order order, Draft draft) throws IOException {
        Request request = order.request();
        String ending = "." + draft.encoding().extension();
        Optional<Path> planned =
                order.target().filter(file -> file.getFileName().toString().endsWith(ending));
        boolean right =
                planned.isPresent() && !given.contains(key(planned.get())) && isFree(planned.get());
        return right
                ? Optional.of(give(planned.get()))
                : choose(
                        planned.orElse(draft.wanted()),
                        others(order.target()),
                        request.ifExists(),
                        request.source());
    }

    /** What is promised to others than the one to whom this was promised. */
    private Set<String> others(Optional<Path> own) throws IOException {
        Set<String> others = taken.files().stream().map(Targets::key).collect(Collectors.toSet());
        own.ifPresent(file -> others.remove(key(file)));
        others.addAll(given);
        return others;
    }

    /**
     * @param source of the result
     * @return empty when the policy says to skip
     * @throws MediaException when the policy forbids to go on
     */
    synchronized Optional<Path> choose(Path wanted, OverwritePolicy policy, Path source)
            throws IOException {
        return choose(wanted, others(Optional.empty()), policy, source);
    }

    private Optional<Path> choose(
            Path wanted, Set<String> others, OverwritePolicy policy, Path source)
            throws IOException {
        if (others.contains(key(wanted))) {
            return Optional.of(give(numbered(wanted, others)));
        }
        if (isFree(wanted)) {
            return Optional.of(give(wanted));
        }
        return switch (policy) {
            case SKIP -> Optional.empty();
            case NUMBER -> Optional.of(give(numbered(wanted, others)));
            case REPLACE ->
                    Optional.of(
                            give(
                                    Media.isBeingWritten(wanted)
                                            ? numbered(wanted, others)
                                            : noSource(wanted, source)));
            case FAIL ->
                    throw new MediaException(
                            wanted,
                            "there is a file of this name already",
                            "Choose another folder or name, or let new files be numbered.");
        };
    }

    /** Lets go of a file that is written, or will not be. */
    synchronized void release(Path file) {
        given.remove(key(file));
    }

    private Path give(Path file) {
        given.add(key(file));
        return file;
    }

    private static Path numbered(Path wanted, Set<String> others) {
        String stem = SourceFields.stem(wanted);
        String ending = wanted.getFileName().toString().substring(stem.length());
        for (int n = 2; ; n++) {
            Path file = wanted.resolveSibling(stem + " (" + n + ")" + ending);
            if (isFree(file) && !others.contains(key(file))) {
                return file;
            }
        }
    }

    private static boolean isFree(Path file) {
        return !Files.exists(file) && !Media.isBeingWritten(file);
    }

    private Path noSource(Path wanted, Path source) throws IOException {
        if (Files.exists(wanted)
                && (sources.contains(identity(wanted))
                        || Files.exists(source) && identity(wanted).equals(identity(source)))) {
            throw new MediaException(
                    wanted, "the result would replace a source", "Choose another folder or name.");
        }
        return wanted;
    }

    /** The same for names that a disk may take for one. */
    private static String key(Path file) {
        String text = file.toAbsolutePath().normalize().toString();
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The same for all names and links of a file. */
    private static Object identity(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key != null ? key : file.toRealPath();
    }
}
