package auralis.app.transcript;

import auralis.library.transcribe.TranscriptionSettings;
import auralis.library.transcribe.TranscriptionSettings.Engine;
import java.util.Optional;

/**
 * Who can listen, for the user to choose.
 *
 * @param name in a few words
 * @param sentence what to expect of it
 * @param usual as it is usually used
 */
public record EngineChoice(String name, String sentence, TranscriptionSettings usual) {
    /** Whether it finds words by itself. */
    boolean hearsWords() {
        return usual.engine() != Engine.CLASSIC;
    }

    /** As the user wants it. */
    TranscriptionSettings settings(String language, boolean isolateVocals, Optional<String> text) {
        return new TranscriptionSettings(
                usual.engine(),
                usual.model(),
                language,
                usual.chunkSeconds(),
                usual.parallel(),
                usual.rateLimitMs(),
                usual.silenceSeconds(),
                isolateVocals,
                text);
    }
}
