package auralis.library;

import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.meter.WaveformSummary;
import auralis.library.track.AnalysisStore;
import auralis.library.track.QueueStore;
import auralis.library.track.ResultStore;
import auralis.library.track.StoredQueue;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Results of a library that cannot be written: what is stored is read; new settings and plans are
 * kept until the end of the program. What cannot be read, because a newer program keeps it
 * otherwise, is computed again.
 */
final class Unstored {
    private static final Logger LOG = System.getLogger(Unstored.class.getName());

    private Unstored() {}

    static ResultStore results(ResultStore stored) {
        return new Results(stored);
    }

    static AnalysisStore analyses(AnalysisStore stored) {
        return new Analyses(stored);
    }

    static QueueStore queue(QueueStore stored) {
        return new Queue(stored);
    }

    /** A look-up that may fail. */
    private interface LookUp<T> {
        Optional<T> get() throws IOException;
    }

    private static <T> Optional<T> readable(LookUp<T> lookUp) {
        try {
            return lookUp.get();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "what is stored cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private record Results(ResultStore stored, Map<String, String> fresh) implements ResultStore {
        Results(ResultStore stored) {
            this(stored, new ConcurrentHashMap<>());
        }

        @Override
        public Optional<String> get(String key) {
            String json = fresh.get(key);
            return json == null ? readable(() -> stored.get(key)) : Optional.of(json);
        }

        @Override
        public void put(String key, String json) {
            fresh.put(key, json);
        }
    }

    /** New analyses are large and are not kept at all. */
    private record Analyses(AnalysisStore stored) implements AnalysisStore {
        @Override
        public Optional<TrackAnalysis> get(String content) {
            return readable(() -> stored.get(content));
        }

        @Override
        public void put(String content, TrackAnalysis analysis) {}

        @Override
        public Optional<WaveformSummary> waveform(String content) {
            return readable(() -> stored.waveform(content));
        }

        @Override
        public void fingerprints(FingerprintTaker taker) throws IOException {
            stored.fingerprints(taker);
        }
    }

    /** The queue of a session ends with it. */
    private record Queue(QueueStore stored) implements QueueStore {
        @Override
        public StoredQueue get() {
            return readable(() -> Optional.of(stored.get())).orElse(StoredQueue.EMPTY);
        }

        @Override
        public void put(StoredQueue queue) {}

        @Override
        public void put(Optional<StoredQueue.Playing> playing) {}
    }
}
