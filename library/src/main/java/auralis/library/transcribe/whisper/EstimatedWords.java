package auralis.library.transcribe.whisper;

import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Shares out the time of a sentence among its words by their lengths, each letter alike and one
 * more for the pause, and moves each boundary to where it is quietest nearby.
 */
final class EstimatedWords {
    private static final double REACH_SECONDS = 0.12;
    private static final Pattern LETTER = Pattern.compile(" ?\\S");
    private static final int HOP = SpeechFile.SAMPLE_RATE / 100;

    private EstimatedWords() {}

    /**
     * @param samples of the whole piece that times count from
     */
    static List<Word> of(String text, double start, double end, float[] samples) {
        List<String> words = split(text);
        double weights = words.stream().mapToDouble(EstimatedWords::weight).sum();
        List<Word> estimated = new ArrayList<>();
        double from = start;
        double sum = 0;
        for (String word : words) {
            sum += weight(word);
            double boundary = start + (end - start) * sum / weights;
            boolean last = estimated.size() == words.size() - 1;
            double to = last ? end : Math.max(from, quietest(samples, boundary, end));
            estimated.add(new Word(from, to, word, OptionalDouble.empty(), true));
            from = to;
        }
        return estimated;
    }

    /** As pieces of one letter each, with the space before it where a word begins. */
    private static List<String> split(String text) {
        List<Piece> letters =
                LETTER.matcher(" " + text.strip().replaceAll("\\s+", " "))
                        .results()
                        .map(MatchResult::group)
                        .map(Piece::of)
                        .toList();
        return Words.of(letters, 0, 0).stream().map(Word::text).toList();
    }

    private static double weight(String word) {
        return word.codePoints().filter(Character::isLetterOrDigit).count() + 1;
    }

    /** The time of the quietest 20 ms around a time; the nearest of equals. */
    private static double quietest(float[] samples, double seconds, double end) {
        double best = seconds;
        double least = Double.MAX_VALUE;
        int steps = (int) Math.round(REACH_SECONDS * SpeechFile.SAMPLE_RATE / HOP);
        for (int step = 0; step <= 2 * steps; step++) {
            // 0, 1, -1, 2, -2 …
            int away = (step + 1) / 2 * (step % 2 == 0 ? -1 : 1);
            double time = seconds + (double) away * HOP / SpeechFile.SAMPLE_RATE;
            double energy = energy(samples, time);
            if (time >= 0 && time <= end && energy < least) {
                least = energy;
                best = time;
            }
        }
        return best;
    }

    private static double energy(float[] samples, double seconds) {
        int centre = (int) SpeechFile.sampleAt(Math.max(0, seconds));
        double energy = 0;
        for (int i = Math.max(0, centre - HOP); i < Math.min(samples.length, centre + HOP); i++) {
            energy += (double) samples[i] * samples[i];
        }
        return energy;
    }
}
