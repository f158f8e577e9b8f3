package auralis.library.transcribe.engine;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.transcript.Segment;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Hears words in pieces of a recording. Several threads may ask at once, as many as it allows;
 * closed when nobody does any more.
 */
public interface Recogniser extends Closeable {
    /**
     * What was heard in a piece.
     *
     * @param language of ISO 639-1; empty when the engine does not tell
     * @param segments in order, with times from the beginning of the <em>piece</em>
     */
    record Recognition(Optional<String> language, List<Segment> segments) {
        public Recognition {
            segments = List.copyOf(segments);
        }
    }

    /** Its name, for people. */
    String engine();

    /** Name of the model that listens, for people. */
    Optional<String> model();

    /** Another one for each that may hear other words by the same settings. */
    String identity();

    /** The longest piece that it takes unless the user wants shorter ones, in s. */
    double chunkSeconds();

    /** How many pieces at once it can do with. */
    int atOnce();

    /**
     * Hears one piece.
     *
     * @param progress counts units of its own; cancelling ends it within 200 ms
     * @throws RecognitionException says whether it is worth trying again
     * @throws IOException with a sentence; not worth trying again
     * @throws InterruptedException when cancelled
     */
    Recognition recognise(SpeechFile recording, Span piece, Progress progress)
            throws IOException, InterruptedException;
}
