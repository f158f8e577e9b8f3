package auralis.app.transcript;

import auralis.library.transcript.Segment;
import auralis.library.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of a segment's text as it is shown: one of its words, or what stands between two spaces
 * where words have no times.
 *
 * @param spaced whether there is space before it
 * @param word empty where it has no times
 */
record Token(String text, boolean spaced, Optional<Word> word) {

    /** The tokens of a segment in order; those that were spoken where they have times. */
    static List<Token> of(Segment segment) {
        return segment.words().isEmpty() ? written(segment.text()) : spoken(segment);
    }

    private static List<Token> written(String text) {
        List<Token> tokens = new ArrayList<>();
        for (String piece : pieces(text)) {
            tokens.add(new Token(piece, !tokens.isEmpty(), Optional.empty()));
        }
        return tokens;
    }

    /** Words that the text does not hold, as it may be after an import, are shown all the same. */
    private static List<Token> spoken(Segment segment) {
        List<Token> tokens = new ArrayList<>();
        int from = 0;
        for (Word word : segment.words()) {
            int at = segment.text().indexOf(word.text(), from);
            boolean spaced = !tokens.isEmpty() && at != from;
            tokens.add(new Token(word.text(), spaced, Optional.of(word)));
            from = at < 0 ? from : at + word.text().length();
        }
        return tokens;
    }

    /** What stands between spaces. */
    static List<String> pieces(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /** The text of tokens that follow each other. */
    static String join(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            text.append(token.spaced() && !text.isEmpty() ? " " : "").append(token.text());
        }
        return text.toString();
    }
}
