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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the files that results may be written to: no two get the same, none gets a source, and none
 * gets a file that somebody else is writing or is going to. Names that differ in case only count as
 * the same, because on many disks they are. Any thread.
 */
final class Targets {
    private static final Pattern NUMBER = Pattern.compile(" \\([0-9]+\\)(\\.[^.]*)$");

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
        taken.forEach(file -> give(file));
        for (Path source : sources) {
            if (Files.exists(source)) {
                this.sources.add(identity(source));
            }
        }
    }

    /** The file that was planned, where it is still right, or another. */
    Optional<Path> claim(Order order, Draft draft) throws IOException {
        String ending = "." + draft.encoding().extension();
        Optional<Path> planned =
                order.target().filter(file -> file.getFileName().toString().endsWith(ending));
        Request request = order.request();
        return claim(
                        planned.stream().toList(),
                        order.target().stream().toList(),
                        List.of(draft.wanted()),
                        request.ifExists(),
                        request.source())
                .get(0);
    }

    /**
     * The files that were planned, where they are still right, or others.
     *
     * @param planned empty where they are no longer meant
     * @param own what was promised to the one who asks
     * @param wanted what they would be called
     * @return as {@link #choose(List, OverwritePolicy, Path)}
     */
    synchronized List<Optional<Path>> claim(
            List<Path> planned,
            List<Path> own,
            List<Path> wanted,
            OverwritePolicy policy,
            Path source)
            throws IOException {
        boolean right = !planned.isEmpty();
        for (Path file : planned) {
            right &= !given.contains(key(file)) && isFree(file);
        }
        return right
                ? give(planned)
                : choose(planned.isEmpty() ? wanted : planned, others(own), policy, source);
    }

    /** What is promised to others than the one to whom this was promised. */
    private Set<String> others(List<Path> own) throws IOException {
        Set<String> others = taken.files().stream().map(Targets::key).collect(Collectors.toSet());
        own.forEach(file -> others.remove(key(file)));
        others.addAll(given);
        return others;
    }

    /**
     * @param source of the result
     * @return empty when the policy says to skip
     * @throws MediaException when the policy forbids to go on
     */
    Optional<Path> choose(Path wanted, OverwritePolicy policy, Path source) throws IOException {
        return choose(List.of(wanted), policy, source).get(0);
    }

    /**
     * Files for results that belong together: where they are numbered, they are numbered alike.
     *
     * @param source of the results
     * @return for each the file; empty when the policy says to skip it
     * @throws MediaException when the policy forbids to go on
     */
    synchronized List<Optional<Path>> choose(List<Path> wanted, OverwritePolicy policy, Path source)
            throws IOException {
        return choose(wanted, others(List.of()), policy, source);
    }

    private List<Optional<Path>> choose(
            List<Path> wanted, Set<String> others, OverwritePolicy policy, Path source)
            throws IOException {
        if (wanted.stream().anyMatch(file -> others.contains(key(file)))) {
            return give(numbered(wanted, others));
        }
        if (wanted.stream().allMatch(Targets::isFree)) {
            return give(wanted);
        }
        return switch (policy) {
            case SKIP -> giveFree(wanted);
            case NUMBER -> give(numbered(wanted, others));
            case REPLACE ->
                    give(
                            wanted.stream().anyMatch(Media::isBeingWritten)
                                    ? numbered(wanted, others)
                                    : noSources(wanted, source));
            case FAIL ->
                    throw new MediaException(
                            wanted.stream().filter(file -> !isFree(file)).findFirst().orElseThrow(),
                            "there is a file of this name already",
                            "Choose another folder or name, or let new files be numbered.");
        };
    }

    /** Lets go of a file that is written, or will not be. */
    synchronized void release(Path file) {
        given.remove(key(file));
    }

    private List<Optional<Path>> give(List<Path> files) {
        files.forEach(this::give);
        return files.stream().map(Optional::of).toList();
    }

    private List<Optional<Path>> giveFree(List<Path> wanted) {
        List<Path> free = wanted.stream().filter(Targets::isFree).toList();
        free.forEach(this::give);
        return wanted.stream().map(file -> Optional.of(file).filter(free::contains)).toList();
    }

    private void give(Path file) {
        given.add(key(file));
    }

    private static List<Path> numbered(List<Path> wanted, Set<String> others) {
        for (int n = 2; ; n++) {
            int number = n;
            List<Path> files = wanted.stream().map(file -> numbered(file, number)).toList();
            if (files.stream().allMatch(file -> isFree(file) && !others.contains(key(file)))) {
                return files;
            }
        }
    }

    private static Path numbered(Path wanted, int number) {
        String stem = SourceFields.stem(wanted);
        String ending = wanted.getFileName().toString().substring(stem.length());
        return wanted.resolveSibling(stem + " (" + number + ")" + ending);
    }

    static Path unnumbered(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(NUMBER.matcher(name).replaceFirst("$1"));
    }

    private static boolean isFree(Path file) {
        return !Files.exists(file) && !Media.isBeingWritten(file);
    }

    private List<Path> noSources(List<Path> wanted, Path source) throws IOException {
        for (Path file : wanted) {
            noSource(file, source);
        }
        return wanted;
    }

    private void noSource(Path wanted, Path source) throws IOException {
        if (Files.exists(wanted)
                && (sources.contains(identity(wanted))
                        || Files.exists(source) && identity(wanted).equals(identity(source)))) {
            throw new MediaException(
                    wanted, "the result would replace a source", "Choose another folder or name.");
        }
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
