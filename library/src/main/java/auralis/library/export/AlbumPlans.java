package auralis.library.export;

import auralis.dsp.Progress;
import auralis.dsp.master.MasteringSettings;
import auralis.library.Library;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The plans of whole albums for tracks that are asked for one by one. The last album is kept,
 * because its tracks are asked for in turn. From any thread.
 */
public final class AlbumPlans {
    private record Key(List<Path> files, MasteringSettings settings, OutputFormat output) {}

    private final Library library;
    private final ReentrantLock lock = new ReentrantLock();
    private Key last;
    private AlbumPlan plan;

    public AlbumPlans(Library library) {
        this.library = library;
    }

    /**
     * The plan for the album of a file; empty when the library knows no other track of one.
     *
     * @throws IOException when what is known of the tracks cannot be asked or kept
     */
    public Optional<AlbumPlan> of(
            Path file, MasteringSettings settings, OutputFormat output, Progress progress)
            throws IOException, InterruptedException {
        List<Path> files = library.album(file).stream().map(Track::file).toList();
        return files.size() < 2
                ? Optional.empty()
                : Optional.of(of(files, settings, output, progress));
    }

    /**
     * The plan for these files as one album.
     *
     * @throws IOException when what is known of the files cannot be asked or kept
     */
    public AlbumPlan of(
            List<Path> files, MasteringSettings settings, OutputFormat output, Progress progress)
            throws IOException, InterruptedException {
        Key wanted = new Key(files, settings, output);
        lock.lockInterruptibly();
        try {
            if (!wanted.equals(last)) {
                plan = AlbumPlan.of(library, files, settings, output, progress);
                last = wanted;
            }
            return plan;
        } finally {
            lock.unlock();
        }
    }
}
