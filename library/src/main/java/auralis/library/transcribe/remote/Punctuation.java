package auralis.library.transcribe.remote;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Gives words back what belongs to them in the text of their segment and some servers leave out:
 * marks, capitals, signs. Where text and words have the same letters, letter by letter; else word
 * by word, as far as they are the same.
 */
final class Punctuation {
    /** How many words may be missing in between. */
    private static final int LOOK_AHEAD = 4;

    private Punctuation() {}

    /** The words as the text writes them. */
    static List<Heard> attached(String text, List<Heard> words) {
        List<Heard> bare = words.stream().filter(word -> !word.text().isBlank()).toList();
        List<Heard> byLetters = byLetters(text, bare);
        return byLetters.isEmpty() ? byWords(text, bare) : byLetters;
    }

    /** Empty where the letters differ, or a word has none. */
    private static List<Heard> byLetters(String text, List<Heard> words) {
        int[] starts = new int[words.size()];
        int[] ends = new int[words.size()];
        int at = 0;
        for (int i = 0; i < words.size(); i++) {
            String letters = letters(words.get(i).text());
            int matched = 0;
            starts[i] = -1;
            while (matched < letters.length() && at < text.length()) {
                String here = letters(text.substring(at, end(text, at)));
                if (!letters.startsWith(here, matched)) {
                    return List.of();
                }
                if (!here.isEmpty() && starts[i] < 0) {
                    starts[i] = at;
                }
                matched += here.length();
                at = end(text, at);
            }
            if (letters.isEmpty() || matched < letters.length()) {
                return List.of();
            }
            ends[i] = at;
        }
        return letters(text.substring(at)).isEmpty() ? cut(text, words, starts, ends) : List.of();
    }

    private static int end(String text, int at) {
        return at + Character.charCount(text.codePointAt(at));
    }

    /** What stands without a space before or after the letters belongs to them. */
    private static List<Heard> cut(String text, List<Heard> words, int[] starts, int[] ends) {
        List<Heard> whole = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < words.size(); i++) {
            int next = i + 1 < words.size() ? starts[i + 1] : text.length();
            int from = starts[i];
            while (from > before && !Character.isWhitespace(text.charAt(from - 1))) {
                from--;
            }
            int to = ends[i];
            while (to < next && !Character.isWhitespace(text.charAt(to))) {
                to++;
            }
            whole.add(words.get(i).with(text.substring(from, to)));
            before = to;
        }
        return whole;
    }

    private static List<Heard> byWords(String text, List<Heard> words) {
        List<Heard> whole = new ArrayList<>(words);
        int next = 0;
        for (String token : text.strip().split("\\s+")) {
            String wanted = letters(token);
            for (int i = next; i < Math.min(words.size(), next + LOOK_AHEAD); i++) {
                if (!wanted.isEmpty() && letters(words.get(i).text()).equals(wanted)) {
                    whole.set(i, words.get(i).with(token));
                    next = i + 1;
                    break;
                }
            }
        }
        return whole;
    }

    /** Letters and digits alone, without case. */
    static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
