package auralis.library.transcript;

import java.util.List;
import java.util.Optional;

/**
 * What is shown at once.
 *
 * @param text what the lines are made of
 * @param lines of the text, one or more, none empty
 * @param words of the text, where all of them have times and are found in it
 */
record Cue(
        double start,
        double end,
        String text,
        List<String> lines,
        List<Word> words,
        Optional<String> speaker) {}
