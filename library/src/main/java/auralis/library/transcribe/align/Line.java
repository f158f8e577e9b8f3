package auralis.library.transcribe.align;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A line of a text.
 *
 * @param text as it is written, without space around it
 * @param words of the text; none in an annotation
 */
record Line(String text, List<String> words) {
    /** More than this in a line is prose, and cut at the ends of sentences. */
    private static final int LONGEST = 120;

    private static final Pattern TIMES = Pattern.compile("^(\\[\\d+:\\d+([.:]\\d+)?]\\s*)+");
    private static final Pattern NOT_SAID =
            Pattern.compile(
                    "\\[.*]|\\{.*}|♪.*♪|[^\\p{L}\\p{N}]+"
                            + "|(?i:(verse|chorus|pre-chorus|bridge|intro|outro|refrain|hook)"
                            + "\\s*\\d*\\s*:)");

    Line {
        words = List.copyOf(words);
    }

    /** Whether it stands in the text but nobody says it, like "[Chorus]". */
    boolean isAnnotation() {
        return words.isEmpty();
    }

    /** The lines of a text, which are not empty. */
    static List<Line> of(String text, Locale locale) {
        List<Line> lines = new ArrayList<>();
        text.lines()
                .map(line -> TIMES.matcher(line.strip()).replaceFirst("").strip())
                .filter(line -> !line.isEmpty())
                .forEach(line -> add(line, locale, lines));
        return lines;
    }

    private static void add(String line, Locale locale, List<Line> lines) {
        if (NOT_SAID.matcher(line).matches()) {
            lines.add(new Line(line, List.of()));
        } else if (line.length() <= LONGEST) {
            lines.add(spoken(line, locale));
        } else {
            sentences(line, locale).forEach(sentence -> lines.add(spoken(sentence, locale)));
        }
    }

    private static Line spoken(String line, Locale locale) {
        List<String> words = new ArrayList<>();
        for (String word : line.split("\\s+")) {
            if (isUnspaced(word)) {
                // Where a line may break, which is after nearly every sign of Chinese.
                words.addAll(parts(BreakIterator.getLineInstance(locale), word));
            } else {
                words.add(word);
            }
        }
        return new Line(line, joined(words));
    }

    /** Signs without letters, like a dash, belong to the word before. */
    private static List<String> joined(List<String> words) {
        List<String> joined = new ArrayList<>();
        for (String word : words) {
            boolean isWord = word.codePoints().anyMatch(Character::isLetterOrDigit);
            if (isWord || joined.isEmpty()) {
                joined.add(word);
            } else {
                String last = joined.remove(joined.size() - 1);
                joined.add(isUnspaced(last) ? last + word : last + " " + word);
            }
        }
        return joined;
    }

    /** Whether it is of a script that sets no spaces between words. */
    private static boolean isUnspaced(String word) {
        return word.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .anyMatch(
                        script ->
                                switch (script) {
                                    case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                                    default -> false;
                                });
    }

    private static List<String> sentences(String line, Locale locale) {
        List<String> sentences = new ArrayList<>();
        for (String sentence : parts(BreakIterator.getSentenceInstance(locale), line)) {
            if (sentence.length() <= 2 * LONGEST) {
                sentences.add(sentence);
            } else {
                sentences.addAll(pieces(sentence, locale));
            }
        }
        return sentences;
    }

    /** Of about the length of a line, cut where a line may break. */
    private static List<String> pieces(String sentence, Locale locale) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        BreakIterator breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(sentence);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            if (piece.length() + to - from > LONGEST && !piece.isEmpty()) {
                pieces.add(piece.toString().strip());
                piece.setLength(0);
            }
            piece.append(sentence, from, to);
        }
        pieces.add(piece.toString().strip());
        return pieces;
    }

    private static List<String> parts(BreakIterator breaks, String text) {
        List<String> parts = new ArrayList<>();
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String part = text.substring(from, to).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }
}
