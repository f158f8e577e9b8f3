package auralis.library.transcript;

import java.util.List;

/** Puts the lines of a cue together again. */
final class Lines {
    private Lines() {}

    /** With spaces, but for scripts that have none. */
    static String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String next = line.strip();
            if (text.length() > 0 && !next.isEmpty() && spaced(text, next)) {
                text.append(' ');
            }
            text.append(next);
        }
        return text.toString();
    }

    private static boolean spaced(CharSequence text, String next) {
        return !(isUnspaced(Character.codePointBefore(text, text.length()))
                && isUnspaced(next.codePointAt(0)));
    }

    private static boolean isUnspaced(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || Character.UnicodeBlock.of(character)
                        == Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
                || Character.UnicodeBlock.of(character)
                        == Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS;
    }
}
