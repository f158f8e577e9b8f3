package auralis.library.scan;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second process from scanning. The system lets go of it when a process dies. */
final class ScanLock implements AutoCloseable {
    private final FileChannel channel;

    private ScanLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws ScanBusyException when another has it
     */
    static ScanLock take(Path dataFolder) throws IOException {
        Files.createDirectories(dataFolder);
        FileChannel channel =
                FileChannel.open(
                        dataFolder.resolve("scan.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (isTaken(channel)) {
            channel.close();
            throw new ScanBusyException();
        }
        return new ScanLock(channel);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException e) {
            // Another library of this process on the same folder.
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
