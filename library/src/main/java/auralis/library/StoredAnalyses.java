package auralis.library;

import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.library.json.Json;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Analyses by content and version: what was measured once is never measured again. */
final class StoredAnalyses {
    private final ResultStore store;

    /** Who asks for what is being measured waits for it instead of measuring it too. */
    private final Map<String, Lock> working = new ConcurrentHashMap<>();

    StoredAnalyses(ResultStore store) {
        this.store = store;
    }

    /**
     * @param progress is advanced by the frames of the file, found or not
     */
    TrackAnalysis of(Path file, Progress progress) throws IOException, InterruptedException {
        String key = signature(file) + "/" + TrackAnalysis.VERSION;
        Lock lock = working.computeIfAbsent(key, any -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            return storedOrNew(key, file, progress);
        } finally {
            working.remove(key, lock);
            lock.unlock();
        }
    }

    private static String signature(Path file) throws IOException {
        try {
            return ContentSignature.of(file);
        } catch (IOException e) {
            throw Media.explain(file, e);
        }
    }

    private TrackAnalysis storedOrNew(String key, Path file, Progress progress)
            throws IOException, InterruptedException {
        Optional<String> stored = store.get(key);
        if (stored.isPresent()) {
            TrackAnalysis analysis = Json.read(stored.get(), TrackAnalysis.class);
            progress.advance(analysis.frames());
            return analysis;
        }
        try (MediaSource source = Media.open(file)) {
            TrackAnalysis analysis = TrackAnalyzer.analyze(source, progress);
            store.put(key, Json.write(analysis));
            return analysis;
        }
    }
}
