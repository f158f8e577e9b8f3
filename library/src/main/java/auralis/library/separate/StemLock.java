package auralis.library.separate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who makes a set of stems: one byte of a file that all in the folder share, at the place that its
 * key names. The system lets go of it when a process ends, however. Any thread, any process.
 *
 * <p>A lock of a file belongs to a whole process, and closing any channel of that file drops it: so
 * one channel serves all locks of this process.
 */
final class StemLock implements Closeable {
    private static final String FILE = "stems.lock";
    private static final int KEY_DIGITS = 15;
    private static final int HEXADECIMAL = 16;
    private static final Map<Path, Shared> OPEN = new HashMap<>();

    /** The file while anybody here holds a part of it. */
    private static final class Shared {
        final FileChannel channel;
        int holders;

        Shared(FileChannel channel) {
            this.channel = channel;
        }
    }

    private final Path file;
    private final String key;
    private final FileLock lock;

    private StemLock(Path file, String key, FileLock lock) {
        this.file = file;
        this.key = key;
        this.lock = lock;
    }

    /**
     * Takes it unless another has it.
     *
     * @param folder is there
     * @param key begins with hexadecimal digits
     */
    static Optional<StemLock> take(Path folder, String key) throws IOException {
        Path file = folder.toRealPath().resolve(FILE);
        synchronized (OPEN) {
            Shared shared = OPEN.get(file);
            if (shared == null) {
                shared =
                        new Shared(
                                FileChannel.open(
                                        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
                OPEN.put(file, shared);
            }
            shared.holders++;
            Optional<FileLock> lock = Optional.empty();
            try {
                lock = locked(shared.channel, key);
            } finally {
                if (lock.isEmpty()) {
                    leave(file);
                }
            }
            return lock.map(taken -> new StemLock(file, key, taken));
        }
    }

    private static Optional<FileLock> locked(FileChannel channel, String key) throws IOException {
        long place = Long.parseLong(key.substring(0, KEY_DIGITS), HEXADECIMAL);
        try {
            return Optional.ofNullable(channel.tryLock(place, 1, false));
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it.
            return Optional.empty();
        }
    }

    private static void leave(Path file) throws IOException {
        Shared shared = OPEN.get(file);
        shared.holders--;
        if (shared.holders == 0) {
            OPEN.remove(file);
            shared.channel.close();
        }
    }

    /** What it is of. */
    String key() {
        return key;
    }

    @Override
    public void close() throws IOException {
        synchronized (OPEN) {
            lock.release();
            leave(file);
        }
    }
}
