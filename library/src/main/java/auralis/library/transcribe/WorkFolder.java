package auralis.library.transcribe;

import auralis.dsp.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder of one piece of work, which one at a time has, of all threads and processes. What was
 * not ended stays there for {@value #MOST_DAYS} days, as long as all together is not too large.
 */
final class WorkFolder implements Closeable {
    private static final int MOST_DAYS = 30;
    private static final long MOST_BYTES = 20L << 30;
    private static final String LOCK = ".lock";
    private static final String JOURNAL = "job.jsonl";
    private static final String SPEECH = "speech.raw";
    private static final long LOOK_MILLIS = 100;

    /** Those of this process. To close a lock twice would let go of it for other processes. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private WorkFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Waits while another is at the same.
     *
     * @param all where the work lies; made when it is missing
     */
    static WorkFolder open(Path all, String key, Progress progress)
            throws IOException, InterruptedException {
        Files.createDirectories(all);
        trim(all, MOST_BYTES);
        Path folder = all.resolve(key).toAbsolutePath().normalize();
        while (!OWN.add(folder)) {
            waitFor(progress);
        }
        try {
            return new WorkFolder(folder, lock(folder, progress));
        } catch (IOException | InterruptedException | RuntimeException e) {
            OWN.remove(folder);
            throw e;
        }
    }

    private static FileChannel lock(Path folder, Progress progress)
            throws IOException, InterruptedException {
        FileChannel lock = channel(folder);
        try {
            while (lock.tryLock() == null) {
                waitFor(progress);
            }
            Files.createDirectories(folder);
            return lock;
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void waitFor(Progress progress) throws InterruptedException {
        progress.phase("waiting");
        progress.checkpoint();
        Thread.sleep(LOOK_MILLIS);
    }

    private static FileChannel channel(Path folder) throws IOException {
        return FileChannel.open(
                lockFile(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Path lockFile(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    Path journal() {
        return folder.resolve(JOURNAL);
    }

    Path speech() {
        return folder.resolve(SPEECH);
    }

    /** Forgets the work. */
    void remove() throws IOException {
        remove(folder);
        Files.deleteIfExists(lockFile(folder));
    }

    /** Leaves nothing where there is nothing to go on with. */
    @Override
    public void close() throws IOException {
        try (lock) {
            if (Files.isDirectory(folder) && journal().toFile().length() == 0) {
                remove();
            }
        } finally {
            OWN.remove(folder);
        }
    }

    /** Removes work that nobody goes on with: what is old, then what is too much. */
    static void trim(Path all, long mostBytes) throws IOException {
        List<Path> works = works(all);
        long used = 0;
        for (Path work : works) {
            used += bytes(work);
        }
        Instant old = Instant.now().minus(Duration.ofDays(MOST_DAYS));
        for (Path work : works) {
            if (used > mostBytes || changed(work).isBefore(old)) {
                used -= bytes(work);
                removeUnused(work);
            }
        }
    }

    private static void removeUnused(Path work) throws IOException {
        if (!OWN.add(work)) {
            return;
        }
        try (FileChannel lock = channel(work)) {
            if (lock.tryLock() != null) {
                remove(work);
                Files.deleteIfExists(lockFile(work));
            }
        } finally {
            OWN.remove(work);
        }
    }

    /** Those that were left alone for longest first. */
    private static List<Path> works(Path all) throws IOException {
        List<Path> works = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, Files::isDirectory)) {
            folders.forEach(work -> works.add(work.toAbsolutePath().normalize()));
        }
        works.sort(Comparator.comparing(WorkFolder::changed));
        return works;
    }

    private static Instant changed(Path work) {
        try {
            Path journal = work.resolve(JOURNAL);
            Path told = Files.exists(journal) ? journal : work;
            return Files.getLastModifiedTime(told).toInstant();
        } catch (IOException e) {
            // Removed by another in the meantime.
            return Instant.MAX;
        }
    }

    private static long bytes(Path work) throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void remove(Path work) throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(work);
    }
}
