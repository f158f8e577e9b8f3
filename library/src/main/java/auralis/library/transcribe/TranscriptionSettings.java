package auralis.library.transcribe;

import java.util.Locale;
import java.util.Optional;

/**
 * How a recording is transcribed. Equal settings continue the same work.
 *
 * @param model the id of a local model, or the name of one at the endpoint; empty where none is
 *     needed or the usual one is wanted
 * @param language of ISO 639-1, or {@link #AUTO}
 * @param chunkSeconds the longest piece that is sent at once; empty for the engine's own
 * @param parallel pieces at once at most, 1..5
 * @param rateLimitMs time in which no more than {@code parallel} requests begin, in ms, 0 or more
 * @param silenceSeconds from what length on a silence is told, in s, more than 0
 * @param isolateVocals whether music is taken away first; the rules for songs hold then
 * @param text the words when they are known and only their times are wanted
 */
public record TranscriptionSettings(
        Engine engine,
        String model,
        String language,
        Optional<Double> chunkSeconds,
        int parallel,
        int rateLimitMs,
        double silenceSeconds,
        boolean isolateVocals,
        Optional<String> text) {

    /** The engine finds the language out. */
    public static final String AUTO = "auto";

    /** The most pieces at once. */
    public static final int MOST_PARALLEL = 5;

    /** Who listens. */
    public enum Engine {
        /** Needs no model: where somebody speaks, and where words are that are known. */
        CLASSIC,
        /** A Whisper model on this computer. */
        WHISPER,
        /** A server that the user chose. */
        REMOTE;

        /** The word for it on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TranscriptionSettings {
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            throw new IllegalArgumentException(parallel + " at once");
        }
        if (rateLimitMs < 0) {
            throw new IllegalArgumentException(rateLimitMs + " ms");
        }
        if (!(silenceSeconds > 0)) {
            throw new IllegalArgumentException("silences of " + silenceSeconds + " s");
        }
        if (chunkSeconds.filter(seconds -> !(seconds >= 1)).isPresent()) {
            throw new IllegalArgumentException("pieces of " + chunkSeconds.get() + " s");
        }
    }

    /** An engine as it is usually used. */
    public static TranscriptionSettings with(Engine engine, String model) {
        return new TranscriptionSettings(
                engine,
                model,
                AUTO,
                Optional.empty(),
                MOST_PARALLEL,
                2000,
                2.0,
                false,
                Optional.empty());
    }
}
