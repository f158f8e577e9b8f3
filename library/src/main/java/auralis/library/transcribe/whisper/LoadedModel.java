package auralis.library.transcribe.whisper;

import auralis.dsp.Progress;
import auralis.library.transcribe.engine.Recogniser.Recognition;
import java.io.Closeable;
import java.io.IOException;

/** A model in memory, ready to hear. One thread. */
interface LoadedModel extends Closeable {
    /** Those that do not get faster by more of them are left to others. */
    int MOST_THREADS = 4;

    /** How hard it listens. */
    enum Effort {
        /** Tries again with more imagination what it is not sure of. */
        FULL,
        /** Only to see whether it works. */
        PROBE
    }

    /**
     * @param samples at 16 kHz
     * @param language one that the model understands, or {@link Languages#AUTO}
     * @param progress counts per cent
     * @throws IOException with a sentence
     */
    Recognition hear(float[] samples, String language, Effort effort, Progress progress)
            throws IOException, InterruptedException;

    static int threads() {
        return Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    @Override
    void close();
}
