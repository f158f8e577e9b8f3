package auralis.library.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings text into the one form in which it is searched and sorted, so that "Bjork" finds "BJÖRK".
 *
 * <p>Folded text consists of letters and decimal digits of any script, in words with single spaces
 * between. Compatibility forms are decomposed (Unicode NFKD), marks dropped, letters lower case;
 * letters that Unicode does not decompose are spelt as they are commonly typed (ø o, ß ss).
 * Apostrophes vanish ("dont"), other punctuation separates. Each Han or Kana character is a word of
 * its own, for these scripts have no spaces: a phrase of them is then found inside a title. Folding
 * twice changes nothing.
 */
public final class Fold {
    private static final Pattern SPACES = Pattern.compile(" ");
    private static final Pattern NUMBER = Pattern.compile("0*([0-9]+)");
    private static final String APOSTROPHES = "'`’‘‛′ʼʻ";
    private static final char ACUTE = '´';
    private static final int FIRST_CJK = 0x2E80;
    private static final int KANA_LENGTH_MARK = 0x30FC;

    private final StringBuilder folded = new StringBuilder();

    private Fold() {}

    /** The folded text; empty when there is no letter and no digit in it. */
    public static String text(String text) {
        // NFKD takes a lone acute for a space with a mark, where people mean an apostrophe
        String typed = text.replace(ACUTE, '\'');
        Fold fold = new Fold();
        Normalizer.normalize(typed, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(fold::add);
        return fold.folded.toString().stripTrailing();
    }

    /** The words of the folded text. */
    public static List<String> words(String text) {
        String folded = text(text);
        return folded.isEmpty() ? List.of() : List.of(SPACES.split(folded));
    }

    /**
     * What to compare by code points to sort texts: the folded text with its numbers filled to
     * eight digits, so that "Track 2" stands before "Track 10". A text without letters and digits
     * is its own key, in lower case.
     */
    public static String sortKey(String text) {
        String folded = text(text);
        return folded.isEmpty()
                ? text.strip().toLowerCase(Locale.ROOT)
                : NUMBER.matcher(folded).replaceAll(number -> filled(number.group(1)));
    }

    private static String filled(String digits) {
        return "0".repeat(Math.max(0, 8 - digits.length())) + digits;
    }

    private void add(int c) {
        if (isMark(c) || APOSTROPHES.indexOf(c) >= 0) {
            return;
        }
        if (Character.isDigit(c)) {
            folded.append(Character.digit(c, 10));
        } else if (!Character.isLetter(c)) {
            separate();
        } else if (isWordOfItsOwn(c)) {
            separate();
            folded.appendCodePoint(c).append(' ');
        } else {
            addLetter(c);
        }
    }

    private void separate() {
        if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
        }
    }

    private void addLetter(int letter) {
        switch (letter) {
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'þ' -> folded.append("th");
            case 'ø' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'ħ' -> folded.append('h');
            case 'ŧ' -> folded.append('t');
            case 'ı' -> folded.append('i');
            case 'ς' -> folded.append('σ');
            default -> folded.appendCodePoint(letter);
        }
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isWordOfItsOwn(int c) {
        if (c < FIRST_CJK) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> c == KANA_LENGTH_MARK;
        };
    }
}
