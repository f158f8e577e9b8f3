package auralis.library;

import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.library.json.Json;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Analyses by content and version: what was measured once is never measured again. */
final class StoredAnalyses {
    private final ResultStore store;

    StoredAnalyses(ResultStore store) {
        this.store = store;
    }

    /**
     * @param progress is advanced by the frames of the file, found or not
     */
    TrackAnalysis of(Path file, Progress progress) throws IOException, InterruptedException {
        String key = ContentSignature.of(file) + "/" + TrackAnalysis.VERSION;
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
