package auralis.library.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that appears under its name only when it is complete. Until then it lies beside it as
 * {@code .NAME.PID.part}, which tells who writes it; what a crash leaves behind is thereby
 * recognised and removed by the next who writes this file.
 */
final class AtomicFile implements AutoCloseable {
    private static final Pattern PART = Pattern.compile("\\.(.+)\\.(\\d+)(?:\\.second)?\\.part");
    private static final long SELF = ProcessHandle.current().pid();

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
     * @throws MediaException when another process is writing the same
     */
    static AtomicFile create(Path target) throws IOException {
        for (Path old : parts(target)) {
            if (isAlive(old)) {
                throw new MediaException(
                        target,
                        "another Auralis is writing it now",
                        "Wait until it is done, or choose another folder.");
            }
            Files.deleteIfExists(old);
        }
        Path part = target.resolveSibling("." + target.getFileName() + "." + SELF + ".part");
        FileChannel channel =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        return new AtomicFile(target, part, channel, Files.exists(target));
    }

    /** Whether another process is writing this file now. */
    static boolean isBusy(Path target) throws IOException {
        return parts(target).stream().anyMatch(AtomicFile::isAlive);
    }

    private static List<Path> parts(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String name = target.getFileName().toString();
        List<Path> parts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, AtomicFile::isPart)) {
            for (Path file : files) {
                Matcher matcher = PART.matcher(file.getFileName().toString());
                if (matcher.matches() && matcher.group(1).equals(name)) {
                    parts.add(file);
                }
            }
        }
        return parts;
    }

    /** Whether the process that writes a part, another than this one, still runs. */
    private static boolean isAlive(Path part) {
        Matcher matcher = PART.matcher(part.getFileName().toString());
        if (!matcher.matches()) {
            return false;
        }
        long pid = Long.parseLong(matcher.group(2));
        return pid != SELF && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
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

    /** Gives the sealed file its name, in place of what had it. */
    void commit() throws IOException {
        if (!replaces && Files.exists(target)) {
            throw new MediaException(
                    target,
                    "a file of this name has appeared in the meantime",
                    "Try again, or choose another folder.");
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
        channel.close();
        if (!committed) {
            Files.deleteIfExists(part);
        }
    }
}
