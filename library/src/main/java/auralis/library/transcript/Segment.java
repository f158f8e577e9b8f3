package auralis.library.transcript;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is said in one breath: a sentence, a line of a song.
 *
 * @param start in seconds from the beginning of the recording
 * @param end in seconds, not before the start
 * @param text without space around it; empty where somebody speaks and nobody wrote down what
 * @param words of the text in order, within the times of the segment; none where they have no times
 * @param speaker as the user named them
 */
public record Segment(
        double start,
        double end,
        String text,
        List<Word> words,
        Optional<String> speaker,
        Set<Mark> marks) {

    /** What is to be known of a segment. */
    public enum Mark {
        /** No words but what else is heard, like "[music]". */
        ANNOTATION,
        /** The engine may have invented it. */
        SUSPICIOUS,
        /** The user changed it: no engine may replace it. */
        EDITED
    }

    public Segment {
        if (!(start >= 0 && end >= start)) {
            throw new IllegalArgumentException(text + " from " + start + " s to " + end + " s");
        }
        words = List.copyOf(words);
        marks = Set.copyOf(marks);
    }

    /** As engines make them. */
    public static Segment of(double start, double end, String text, List<Word> words) {
        return new Segment(start, end, text, words, Optional.empty(), Set.of());
    }

    /** The same, later by so many seconds. */
    public Segment later(double seconds) {
        return new Segment(
                start + seconds,
                end + seconds,
                text,
                words.stream().map(word -> word.later(seconds)).toList(),
                speaker,
                marks);
    }

    /** The same with one more mark. */
    public Segment marked(Mark mark) {
        Set<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return new Segment(start, end, text, words, speaker, more);
    }
}
