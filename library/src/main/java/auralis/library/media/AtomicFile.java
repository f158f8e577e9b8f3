package auralis.library.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears under its name only when it is complete. Until then it lies beside it as
 * {@code .NAME.part}; what a crash leaves behind is thereby recognised and overwritten.
 */
final class AtomicFile implements AutoCloseable {
    private static final String PREFIX = ".";
    private static final String SUFFIX = ".part";

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private boolean committed;

    private AtomicFile(Path target, Path part, FileChannel channel) {
        this.target = target;
        this.part = part;
        this.channel = channel;
    }

    /** Starts an empty file, over what an earlier attempt left. */
    static AtomicFile create(Path target) throws IOException {
        Path part = target.resolveSibling(PREFIX + target.getFileName() + SUFFIX);
        FileChannel channel =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        return new AtomicFile(target, part, channel);
    }

    /** Whether a file is one of ours that was never completed. */
    static boolean isPart(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX)
                && name.endsWith(SUFFIX)
                && name.length() > PREFIX.length() + SUFFIX.length();
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
