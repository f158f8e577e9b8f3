package auralis.library.transcribe.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A piece that was not recognised, and what is to be done about it. */
public final class RecognitionException extends IOException {
    private static final long serialVersionUID = 1;

    /** What is to be done. */
    public enum Remedy {
        /** It may go better in a while. */
        RETRY,
        /** Too many requests: later, and the piece is not to blame. */
        WAIT,
        /** The piece is too large: send halves. */
        HALVE,
        /** No other piece would fare better: the whole work stops, what is done stays. */
        STOP
    }

    private final Remedy remedy;
    private final Duration wait;

    /**
     * @param sentence for the user: what is wrong and what to do
     * @param wait at least so long before another attempt; empty when nobody said
     */
    public RecognitionException(
            Remedy remedy, String sentence, Optional<Duration> wait, Throwable cause) {
        super(sentence, cause);
        this.remedy = remedy;
        this.wait = wait.orElse(null);
    }

    public Remedy remedy() {
        return remedy;
    }

    /** At least so long before another attempt. */
    public Optional<Duration> pause() {
        return Optional.ofNullable(wait);
    }
}
