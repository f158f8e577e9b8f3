package auralis.library.scan;

import auralis.library.media.Tags;
import auralis.library.track.FileStamp;
import auralis.library.track.Stream;
import auralis.library.track.TrackFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Threads that look at files. One that hangs in a file, as a network that went away makes it, is
 * left behind and replaced.
 */
final class Readers implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Readers.class.getName());
    private static final int THREADS = 2;

    private final Look look;
    private final Duration patience;
    private final Map<Path, Reading> running = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    THREADS,
                    Integer.MAX_VALUE,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    task -> {
                        Thread daemon = new Thread(task, "auralis-scan-read");
                        daemon.setDaemon(true);
                        return daemon;
                    });
    private int stuck;

    private record Reading(OptionalLong root, long startNanos, Consumer<TrackFile> done) {}

    Readers(Look look, Duration patience) {
        this.look = look;
        this.patience = patience;
    }

    /**
     * @param done is called on one of the threads, unless the file does not answer
     */
    void look(Path file, OptionalLong root, Consumer<TrackFile> done) {
        threads.execute(
                () -> {
                    Reading reading = new Reading(root, System.nanoTime(), done);
                    running.put(file, reading);
                    TrackFile seen = look(file, root);
                    if (seen != null && running.remove(file, reading)) {
                        done.accept(seen);
                    }
                });
    }

    /** Null when it was cancelled. */
    private TrackFile look(Path file, OptionalLong root) {
        try {
            return look.at(file, root);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "cancelled at " + file, e);
            return null;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "looking at " + file, e);
            return unusable(
                    file, root, "It cannot be understood. Details are in the log of Auralis.");
        }
    }

    private static TrackFile unusable(Path file, OptionalLong root, String problem) {
        return new TrackFile(
                file,
                root,
                FileStamp.UNKNOWN,
                Optional.empty(),
                Tags.NONE,
                Stream.UNKNOWN,
                Optional.of(file.getFileName() + ": " + problem));
    }

    /** Gives up files that do not answer; answers how many there were until now. */
    int giveUpStuck() {
        long now = System.nanoTime();
        running.forEach(
                (file, reading) -> {
                    if (now - reading.startNanos() > patience.toNanos()
                            && running.remove(file, reading)) {
                        stuck++;
                        threads.setCorePoolSize(THREADS + stuck);
                        reading.done().accept(unusable(file, reading.root(), sentence()));
                    }
                });
        return stuck;
    }

    private String sentence() {
        return "It did not answer for "
                + patience.toSeconds()
                + " seconds. Check the drive or network it is on.";
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
