package auralis.library.transcribe.engine;

import auralis.dsp.speech.Span;
import auralis.dsp.speech.SpeechLevels;
import auralis.library.transcript.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Times of words of which only the times of all together are known: each gets a share by its
 * letters, and begins where it is quietest near there. Such times are marked as estimated.
 */
public final class ProportionalWords {
    private static final double REACH_SECONDS = 0.12;

    private ProportionalWords() {}

    /** The words said in a stretch of a recording. */
    public static List<Word> of(SpeechFile recording, Span span, List<String> words)
            throws IOException {
        SpeechLevels levels = new SpeechLevels(recording.samples(span), SpeechFile.SAMPLE_RATE);
        return words(words, span.start(), edges(levels, span.seconds(), words));
    }

    /**
     * Where words begin, and where the last ends, in a sound that is nothing but them.
     *
     * @param seconds length of the sound
     * @return rising, from 0 to the length; one more than there are words
     */
    public static double[] edges(SpeechLevels levels, double seconds, List<String> words) {
        double[] edges = new double[words.size() + 1];
        double weight = words.stream().mapToInt(ProportionalWords::weight).sum();
        double before = 0;
        for (int i = 1; i < words.size(); i++) {
            before += weight(words.get(i - 1));
            double share = seconds * before / weight;
            double snapped = levels.quietest(share, REACH_SECONDS);
            edges[i] = Math.min(seconds, Math.max(edges[i - 1], snapped));
        }
        edges[words.size()] = seconds;
        return edges;
    }

    private static int weight(String word) {
        return 1 + (int) word.codePoints().filter(Character::isLetterOrDigit).count();
    }

    /**
     * @param edges where each word begins and the last ends, in seconds after the start
     */
    public static List<Word> words(List<String> words, double start, double[] edges) {
        List<Word> timed = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            timed.add(
                    new Word(
                            start + edges[i],
                            start + Math.max(edges[i], edges[i + 1]),
                            words.get(i),
                            OptionalDouble.empty(),
                            true));
        }
        return timed;
    }
}
