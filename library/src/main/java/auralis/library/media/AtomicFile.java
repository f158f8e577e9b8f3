package auralis.library.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that appears under its name only when it is complete. Until then it lies beside it as
 * {@code .NAME.PID.part}, which tells who writes it; what a crash leaves behind is thereby
 * recognised and removed by the next who writes this file. One writes a file at a time.
 */
final class AtomicFile implements AutoCloseable {
    private static final Pattern PART = Pattern.compile("\\.(.+)\\.(\\d+)(?:\\.second)?\\.part");
    private static final long SELF = ProcessHandle.current().pid();

    /** How exact the times of processes and files are. */
    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(2);

    /** Parts that this process writes now. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final boolean replaces;
    private boolean committed;

    private AtomicFile(Path target, Path part, FileChannel channel, boolean replaces) {
        this.target = target;
        this.part = part;
        this.channel = channel;
        this.replaces = replaces;
    }

    /**
     * Starts an empty file.
     *
     * @throws OccupiedException when somebody is writing the same
     */
    static AtomicFile create(Path target) throws IOException {
        for (Path old : parts(target, exactly(target))) {
            if (isAlive(old)) {
                throw busy(target);
            }
            Files.deleteIfExists(old);
        }
        Path part = own(target.toAbsolutePath(), target.getFileName().toString());
        if (!OWN.add(part)) {
            throw busy(target);
        }
        AtomicFile file;
        try {
            FileChannel channel =
                    FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            file = new AtomicFile(target, part, channel, Files.exists(target));
        } catch (IOException e) {
            OWN.remove(part);
            throw e;
        }
        file.requireAlone();
        return file;
    }

    /**
     * Of two processes that begin at one moment each sees the other's part here, or the later one
     * does: never do both go on.
     */
    private void requireAlone() throws IOException {
        try {
            for (Path other : parts(target, exactly(target))) {
                if (!other.toAbsolutePath().equals(part) && isAlive(other)) {
                    throw busy(target);
                }
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private static Path own(Path beside, String name) {
        return beside.resolveSibling("." + name + "." + SELF + ".part");
    }

    private static OccupiedException busy(Path target) {
        return new OccupiedException(
                target,
                "another Auralis is writing it now",
                "Wait until it is done, or choose another folder.");
    }

    /** Whether somebody is writing this file now. */
    static boolean isBusy(Path target) throws IOException {
        return parts(target, exactly(target)).stream().anyMatch(AtomicFile::isAlive);
    }

    /** Removes what the dead left of this file or of one with a number behind the same name. */
    static void discard(Path target) throws IOException {
        for (Path part : parts(target, numbered(target))) {
            if (!isAlive(part)) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static Pattern exactly(Path target) {
        return Pattern.compile(Pattern.quote(target.getFileName().toString()));
    }

    private static Pattern numbered(Path target) {
        String name = target.getFileName().toString();
        int dot = Math.max(0, name.lastIndexOf('.'));
        return Pattern.compile(
                Pattern.quote(name.substring(0, dot))
                        + "(?: \\(\\d+\\))?"
                        + Pattern.quote(name.substring(dot)));
    }

    private static List<Path> parts(Path target, Pattern name) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> parts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, AtomicFile::isPart)) {
            for (Path file : files) {
                Matcher matcher = PART.matcher(file.getFileName().toString());
                if (matcher.matches() && name.matcher(matcher.group(1)).matches()) {
                    parts.add(file);
                }
            }
        }
        return parts;
    }

    /** Whether the one who writes a part is still at it. */
    private static boolean isAlive(Path part) {
        Matcher matcher = PART.matcher(part.getFileName().toString());
        if (!matcher.matches()) {
            return false;
        }
        long pid = Long.parseLong(matcher.group(2));
        return pid == SELF
                ? OWN.contains(own(part.toAbsolutePath(), matcher.group(1)))
                : ProcessHandle.of(pid).filter(process -> wrote(process, part)).isPresent();
    }

    /** Numbers of processes are given again: one that began after the last byte wrote nothing. */
    private static boolean wrote(ProcessHandle process, Path part) {
        try {
            Instant last = Files.getLastModifiedTime(part).toInstant();
            Optional<Instant> start = process.info().startInstant();
            return process.isAlive()
                    && (start.isEmpty() || start.get().isBefore(last.plus(CLOCK_GRAIN)));
        } catch (IOException e) {
            // It has gone in the meantime.
            return false;
        }
    }

    /** Whether a file is one of ours that was never completed. */
    static boolean isPart(Path file) {
        return PART.matcher(file.getFileName().toString()).matches();
    }

    /** A name for what takes the place of a sealed part, known for one of ours as well. */
    static Path second(Path part) {
        String name = part.getFileName().toString();
        return part.resolveSibling(
                name.substring(0, name.length() - "part".length()) + "second.part");
    }

    /** Where the bytes go. */
    FileChannel channel() {
        return channel;
    }

    /** The file as it is now, to be read again. */
    Path part() {
        return part;
    }

    /** Ends writing: all bytes are on the disk. */
    void seal() throws IOException {
        channel.force(true);
        channel.close();
    }

    static void requireFree(Path target) throws OccupiedException {
        if (Files.exists(target)) {
            throw new OccupiedException(
                    target,
                    "a file of this name has appeared in the meantime",
                    "Try again, or choose another folder.");
        }
    }

    /** Gives the sealed file its name, in place of what had it. */
    void commit() throws IOException {
        if (!replaces) {
            requireFree(target);
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        committed = true;
    }

    /** Removes the file unless it was committed. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
            if (!committed) {
                Files.deleteIfExists(part);
                Files.deleteIfExists(second(part));
            }
        } finally {
            OWN.remove(part);
        }
    }
}
