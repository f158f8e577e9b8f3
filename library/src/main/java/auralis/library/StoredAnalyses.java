package auralis.library;

import auralis.dsp.Progress;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.library.media.ContentSignature;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import auralis.library.track.AnalysisStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Analyses by content and version: what was measured once is never measured again. Looked up in the
 * database, then in the files beside it.
 */
final class StoredAnalyses {
    private final AnalysisStore store;
    private final FingerprintFiles files;

    /** Who asks for what is being measured waits for it instead of measuring it too. */
    private final Map<String, Lock> working = new ConcurrentHashMap<>();

    StoredAnalyses(AnalysisStore store, FingerprintFiles files) {
        this.store = store;
        this.files = files;
    }

    /** An analysis, and the content that it is of. */
    record Found(String content, TrackAnalysis analysis) {}

    /**
     * @param progress is advanced by the frames of the file, found or not
     */
    Found of(Path file, Progress progress) throws IOException, InterruptedException {
        return of(file, progress, new Precedence());
    }

    /** The same, where measuring goes before what gives way to it. */
    Found of(Path file, Progress progress, Precedence precedence)
            throws IOException, InterruptedException {
        String signature = content(file);
        Lock lock = working.computeIfAbsent(signature, any -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            return new Found(signature, storedOrNew(signature, file, progress, precedence));
        } finally {
            working.remove(signature, lock);
            lock.unlock();
        }
    }

    /** What is stored of a file, or what a few seconds of it tell, which is stored nowhere. */
    Measurements glance(Path file, Progress progress) throws IOException, InterruptedException {
        Optional<TrackAnalysis> stored = stored(content(file));
        if (stored.isPresent()) {
            return stored.get();
        }
        try (MediaSource source = Media.open(file)) {
            return TrackAnalyzer.glance(source, progress);
        }
    }

    /** Names the content of a file; what is wrong with the file is said in a sentence. */
    static String content(Path file) throws IOException {
        try {
            return ContentSignature.of(file);
        } catch (IOException e) {
            throw Media.explain(file, e);
        }
    }

    /** Gives what was measured of one content to another of the same sound. */
    void carry(String from, String to) throws IOException {
        Optional<TrackAnalysis> known = stored(from);
        if (known.isPresent() && !from.equals(to)) {
            store.put(to, known.get());
            files.put(to, known.get());
        }
    }

    private TrackAnalysis storedOrNew(
            String signature, Path file, Progress progress, Precedence precedence)
            throws IOException, InterruptedException {
        Optional<TrackAnalysis> stored = stored(signature);
        if (stored.isPresent()) {
            progress.advance(stored.get().frames());
            return stored.get();
        }
        try (MediaSource source = Media.open(file)) {
            // Not before it has the lock, for which it may wait for the background.
            TrackAnalysis analysis =
                    precedence.first(going -> TrackAnalyzer.analyze(source, going), progress);
            store.put(signature, analysis);
            files.put(signature, analysis);
            return analysis;
        }
    }

    private Optional<TrackAnalysis> stored(String signature) throws IOException {
        Optional<TrackAnalysis> known = store.get(signature);
        if (known.isPresent()) {
            return known;
        }
        Optional<TrackAnalysis> copy = files.get(signature);
        if (copy.isPresent()) {
            store.put(signature, copy.get());
        }
        return copy;
    }
}
