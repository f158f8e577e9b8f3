package auralis.library.backup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Who uses a data folder: everybody who has the library open holds a share of {@code auralis.lock};
 * who exchanges the database holds it alone. The system drops it when a process ends, however.
 *
 * <p>A lock of a file belongs to a whole process, and closing any channel of that file drops it: so
 * one channel serves all shares of this process.
 */
public final class FolderLock implements Closeable {
    private static final Map<Path, FolderLock.Held> HELD = new HashMap<>();

    /** What this process holds of one folder. */
    private static final class Held {
        final FileChannel channel;
        final boolean shared;
        int owners;

        /**
         * @param channel null for a folder that nobody can write, and so nobody can exchange
         */
        Held(FileChannel channel, boolean shared) {
            this.channel = channel;
            this.shared = shared;
        }
    }

    private final Path folder;
    private final Held held;
    private boolean closed;

    private FolderLock(Path folder, Held held) {
        this.folder = folder;
        this.held = held;
    }

    /**
     * A share of a folder.
     *
     * @throws IOException when somebody holds it alone
     */
    public static FolderLock shared(Path folder) throws IOException {
        return take(folder.toRealPath(), true);
    }

    /**
     * The folder alone.
     *
     * @throws IOException when anybody else holds a share, in this process too
     */
    public static FolderLock alone(Path folder) throws IOException {
        return take(folder.toRealPath(), false);
    }

    private static FolderLock take(Path folder, boolean shared) throws IOException {
        synchronized (HELD) {
            Held held = HELD.get(folder);
            if (held == null) {
                held = new Held(locked(folder, shared), shared);
                HELD.put(folder, held);
            } else if (!shared || !held.shared) {
                throw busy(folder, shared);
            }
            held.owners++;
            return new FolderLock(folder, held);
        }
    }

    private static FileChannel locked(Path folder, boolean shared) throws IOException {
        Path file = folder.resolve("auralis.lock");
        boolean writable = Files.isWritable(Files.exists(file) ? file : folder);
        if (shared && !writable && !Files.isReadable(file)) {
            return null;
        }
        FileChannel channel =
                shared && !writable
                        ? FileChannel.open(file, StandardOpenOption.READ)
                        : FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
        try {
            if (channel.tryLock(0, Long.MAX_VALUE, shared) == null) {
                throw busy(folder, shared);
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw busy(folder, shared);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static IOException busy(Path folder, boolean shared) {
        return new IOException(
                shared
                        ? "The library in " + folder + " is being restored. Try again in a moment."
                        : "The library in "
                                + folder
                                + " is in use. Close Auralis everywhere, then try again.");
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            if (closed) {
                return;
            }
            closed = true;
            held.owners--;
            if (held.owners == 0) {
                HELD.remove(folder);
                if (held.channel != null) {
                    held.channel.close();
                }
            }
        }
    }
}
