package auralis.library;

import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.library.track.Measured;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import auralis.library.track.TrackWarnings;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Measures new tracks one after the other, with low priority, so that the one the user plays goes
 * first.
 */
final class BackgroundAnalysis implements Closeable {
    private static final Logger LOG = System.getLogger(BackgroundAnalysis.class.getName());

    private final Library library;
    private ExecutorService worker;

    BackgroundAnalysis(Library library) {
        this.library = library;
    }

    synchronized void start() {
        if (worker == null) {
            worker =
                    Executors.newSingleThreadExecutor(
                            task -> {
                                Thread thread = new Thread(task, "auralis-analysis");
                                thread.setDaemon(true);
                                thread.setPriority(Thread.MIN_PRIORITY);
                                return thread;
                            });
        }
    }

    /**
     * Queues tracks; without {@link #start()} nothing happens, and they are found at the next
     * start.
     */
    synchronized void analyze(Collection<Track> tracks) {
        if (worker != null && !worker.isShutdown()) {
            tracks.forEach(track -> worker.execute(() -> analyze(track)));
        }
    }

    private void analyze(Track track) {
        try {
            measure(track);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            fail(track, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "analysis of " + track.file(), e);
            fail(
                    track,
                    track.file().getFileName() + ": cannot be analysed. Details are in the log.");
        }
    }

    private void measure(Track track) throws IOException, InterruptedException {
        TrackAnalysis analysis = library.analysis(track.file(), Progress.NONE);
        Stream known = track.stream();
        library.measured(
                track,
                new Stream(
                        known.codec(),
                        OptionalInt.of(analysis.format().sampleRate()),
                        OptionalInt.of(analysis.format().channels()),
                        known.bitDepth(),
                        OptionalDouble.of(analysis.seconds())),
                new Measured(
                        analysis.loudness().integratedLufs(),
                        analysis.loudness().rangeLu(),
                        analysis.peaks().truePeakDbtp()),
                TrackWarnings.of(analysis).stream().findFirst());
    }

    private void fail(Track track, String problem) {
        try {
            library.failed(track, problem);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the state of " + track.file() + " could not be stored", e);
        }
    }

    /** Cancels what runs and waits for it, because the storage behind it is closed next. */
    @Override
    public synchronized void close() throws IOException {
        if (worker == null) {
            return;
        }
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IOException("The analysis of a track does not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
