package auralis.library.transcribe.whisper;

import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import auralis.library.transcript.Word;
import java.util.List;
import java.util.Optional;

/** Makes segments of what a model heard. */
final class Heard {
    private Heard() {}

    /**
     * @param unlikely whether the model was not sure of it
     */
    static Segment segment(
            String text, double start, double end, List<Word> words, boolean unlikely) {
        String plain = text.replace("\ufffd", "").strip();
        double from = Math.max(0, start);
        Segment segment = Segment.of(from, Math.max(from, end), plain, words);
        return unlikely || Suspicion.repeats(plain) ? segment.marked(Mark.SUSPICIOUS) : segment;
    }

    /** The same without what lies in the silence after the sound; empty when that is all. */
    static Optional<Segment> within(Segment segment, double seconds) {
        if (segment.start() >= seconds || segment.text().isEmpty()) {
            return Optional.empty();
        }
        List<Word> words =
                segment.words().stream()
                        .map(
                                word ->
                                        new Word(
                                                Math.min(seconds, word.start()),
                                                Math.min(seconds, word.end()),
                                                word.text(),
                                                word.probability(),
                                                word.estimated()))
                        .toList();
        return Optional.of(
                new Segment(
                        segment.start(),
                        Math.min(seconds, segment.end()),
                        segment.text(),
                        words,
                        segment.speaker(),
                        segment.marks()));
    }
}
