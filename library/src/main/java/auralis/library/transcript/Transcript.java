package auralis.library.transcript;

import auralis.dsp.speech.Span;
import java.util.List;
import java.util.Optional;

/**
 * What is said in a recording, and when. Never changes; an edit makes another.
 *
 * @param engine that made it, for people
 * @param model that the engine used
 * @param language of ISO 639-1; empty when nobody knows
 * @param segments in the order of their starts
 * @param silences where nobody speaks for as long as the user asked for, in order
 * @param gaps what could not be recognised and can be tried again, in order
 * @param seconds length of the recording
 * @param chunks into how many pieces it was cut
 * @param chunksDone how many of them were recognised
 */
public record Transcript(
        String engine,
        Optional<String> model,
        Optional<String> language,
        List<Segment> segments,
        List<Span> silences,
        List<Span> gaps,
        double seconds,
        int chunks,
        int chunksDone) {
    public Transcript {
        segments = List.copyOf(segments);
        silences = List.copyOf(silences);
        gaps = List.copyOf(gaps);
    }

    /** The same with other segments. */
    public Transcript with(List<Segment> others) {
        return new Transcript(
                engine, model, language, others, silences, gaps, seconds, chunks, chunksDone);
    }

    /** The same with other silences. */
    public Transcript withSilences(List<Span> others) {
        return new Transcript(
                engine, model, language, segments, others, gaps, seconds, chunks, chunksDone);
    }

    /** All words of all segments. */
    public List<Word> words() {
        return segments.stream().flatMap(segment -> segment.words().stream()).toList();
    }

    /** Whether every piece was recognised. */
    public boolean isComplete() {
        return gaps.isEmpty();
    }

    /**
     * The share of the pieces that were recognised, 0..1; 1 when there was nothing to recognise.
     */
    public double successRate() {
        return chunks == 0 ? 1 : (double) chunksDone / chunks;
    }
}
