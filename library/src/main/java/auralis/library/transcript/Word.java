package auralis.library.transcript;

import java.util.OptionalDouble;

/**
 * A word and when it is said.
 *
 * @param start in seconds from the beginning of the recording
 * @param end in seconds, not before the start
 * @param text as it is written, with the punctuation that belongs to it and no space around it
 * @param probability 0..1 as the engine tells it; empty when it does not
 * @param estimated whether the times were worked out from the length of the word, not recognised
 */
public record Word(
        double start, double end, String text, OptionalDouble probability, boolean estimated) {
    public Word {
        if (!(start >= 0 && end >= start)) {
            throw new IllegalArgumentException(text + " from " + start + " s to " + end + " s");
        }
    }

    /** The same, later by so many seconds. */
    public Word later(double seconds) {
        return new Word(start + seconds, end + seconds, text, probability, estimated);
    }
}
