package auralis.library.transcribe;

import auralis.library.json.Json;
import auralis.library.media.Media;
import auralis.library.transcribe.TranscriptionSettings.Engine;
import auralis.library.transcribe.engine.Recogniser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A recording that is to be transcribed, by whom and how.
 *
 * @param recogniser empty where nobody listens for words
 * @param input how the recording is now
 */
record Task(
        Path source,
        TranscriptionSettings settings,
        Optional<Recogniser> recogniser,
        Fingerprint input) {

    /**
     * What makes other words of the same recording.
     *
     * @param identity of the engine
     */
    private record Parameters(
            int version,
            Engine engine,
            String identity,
            String language,
            double chunkSeconds,
            boolean isolateVocals,
            Optional<String> text) {
        private static final int VERSION = 1;
    }

    /**
     * @throws IOException with a sentence when the recording cannot be read
     */
    static Task of(Path source, TranscriptionSettings settings, Optional<Recogniser> recogniser)
            throws IOException {
        try {
            return new Task(source, settings, recogniser, Fingerprint.of(source));
        } catch (IOException e) {
            throw Media.explain(source, e);
        }
    }

    /** The longest piece that is recognised at once; 0 where nothing is. */
    double chunkSeconds() {
        double longest = recogniser.map(Recogniser::chunkSeconds).orElse(0.0);
        return Math.min(longest, settings.chunkSeconds().orElse(longest));
    }

    /** The same for all that make the same words of the same recording. */
    String parameters() {
        return Fingerprint.key(
                Json.write(
                        new Parameters(
                                Parameters.VERSION,
                                settings.engine(),
                                recogniser.map(Recogniser::identity).orElse(""),
                                settings.language(),
                                chunkSeconds(),
                                settings.isolateVocals(),
                                settings.text())));
    }

    /** Names the work on this recording, as it is now, with these parameters. */
    String key() {
        return Fingerprint.key(Json.write(input) + parameters());
    }
}
