package auralis.library.transcribe.whisper;

import auralis.library.transcript.Word;
import java.io.ByteArrayOutputStream;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Joins pieces to words. A word begins with a space; where a language writes none, with each letter
 * (as {@code split_tokens_on_unicode} of OpenAI's Whisper). Punctuation belongs to the word before
 * it, but for what opens a bracket or a quotation.
 */
final class Words {
    private static final Set<UnicodeScript> WITHOUT_SPACES =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.THAI,
                    UnicodeScript.LAO,
                    UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR,
                    UnicodeScript.TIBETAN);

    private final double from;
    private final double to;
    private final List<Word> words = new ArrayList<>();

    // ---- what is whole characters, but not yet a whole word
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> spoken = new ArrayList<>();
    private final List<Piece> all = new ArrayList<>();

    private Words(double from, double to) {
        this.from = from;
        this.to = to;
    }

    /**
     * @param from in s; no word begins before it
     * @param to in s; no word ends after it
     */
    static List<Word> of(List<Piece> pieces, double from, double to) {
        Words words = new Words(from, to);
        List<Piece> unit = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Piece piece : pieces) {
            unit.add(piece);
            bytes.writeBytes(piece.utf8());
            if (isWhole(bytes.toByteArray())) {
                words.add(bytes.toString(StandardCharsets.UTF_8), unit);
                unit.clear();
                bytes.reset();
            }
        }
        if (!unit.isEmpty()) {
            words.add(bytes.toString(StandardCharsets.UTF_8).replace("\ufffd", ""), unit);
        }
        words.end();
        return words.words;
    }

    /** Whether the last character has all its bytes. */
    private static boolean isWhole(byte[] utf8) {
        int last = utf8.length - 1;
        while (last > 0 && last > utf8.length - 4 && (utf8[last] & 0xc0) == 0x80) {
            last--;
        }
        if (last < 0) {
            return true;
        }
        int lead = utf8[last] & 0xff;
        int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
        return utf8.length - last >= length;
    }

    private void add(String unit, List<Piece> pieces) {
        String letters = unit.strip();
        boolean punctuation = isPunctuation(letters);
        boolean begins =
                punctuation ? opens(unit, letters) : unit.startsWith(" ") || standsAlone(letters);
        if (begins && !isPunctuation(text.toString().strip())) {
            end();
        }
        text.append(unit);
        all.addAll(pieces);
        if (!punctuation) {
            spoken.addAll(pieces);
        }
    }

    private static boolean isPunctuation(String text) {
        return text.codePoints().allMatch(Words::isPunctuation);
    }

    private static boolean isPunctuation(int character) {
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.SPACE_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    private static boolean opens(String unit, String letters) {
        if (letters.isEmpty()) {
            return false;
        }
        int first = letters.codePointAt(0);
        int type = Character.getType(first);
        boolean quote = first == '"' || first == '\'';
        return type == Character.START_PUNCTUATION
                || type == Character.INITIAL_QUOTE_PUNCTUATION
                || first == '¿'
                || first == '¡'
                || quote && unit.startsWith(" ");
    }

    /** Whether its language puts no spaces between words. */
    private static boolean standsAlone(String letters) {
        int first = letters.codePointAt(0);
        return Character.isLetter(first) && WITHOUT_SPACES.contains(UnicodeScript.of(first));
    }

    /** Ends the word that was begun. */
    private void end() {
        String word = text.toString().strip();
        if (!word.isEmpty()) {
            List<Piece> timed = spoken.isEmpty() ? all : spoken;
            double previous = words.isEmpty() ? from : words.get(words.size() - 1).end();
            double start = Math.min(to, Math.max(previous, timed.get(0).start()));
            double end = Math.min(to, Math.max(start, timed.get(timed.size() - 1).end()));
            words.add(new Word(start, end, word, probability(timed), false));
        }
        text.setLength(0);
        spoken.clear();
        all.clear();
    }

    /** The mean, as OpenAI's Whisper has it. */
    private static OptionalDouble probability(List<Piece> pieces) {
        return pieces.stream()
                .map(Piece::probability)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }
}
