package auralis.library.transcribe.align;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcript.Segment;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The engine that needs no model: it hears where somebody speaks, not what; and where the words are
 * that the user knows. Any thread.
 */
public final class Classic {
    /** Its name, for people. */
    public static final String ENGINE = "classic";

    private final TextAligner aligner;

    public Classic() {
        this(new TextAligner());
    }

    Classic(TextAligner aligner) {
        this.aligner = aligner;
    }

    /**
     * A segment for each line of the text, or, where there is no text, one without text for each
     * stretch of voice, to be filled in by hand.
     *
     * @param voice where somebody speaks, in order
     * @param text the words as the user knows them; blank is none
     * @param language of ISO 639-1; anything else where it is not known
     * @param progress cancelling ends it within 200 ms
     */
    public List<Segment> segments(
            SpeechFile recording,
            List<Span> voice,
            Optional<String> text,
            String language,
            Progress progress)
            throws IOException, InterruptedException {
        if (text.isPresent() && !text.get().isBlank()) {
            return aligner.align(recording, voice, text.get(), language, progress);
        }
        return voice.stream()
                .map(span -> Segment.of(span.start(), span.end(), "", List.of()))
                .toList();
    }
}
