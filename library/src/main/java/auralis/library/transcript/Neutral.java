package auralis.library.transcript;

import java.util.regex.Pattern;

/**
 * Keeps signs of a format that are in a text from being read as such, in formats that have no way
 * of writing them: a word joiner, which no one sees, stands within them (Unicode 23.2).
 */
final class Neutral {
    private static final String JOINER = "\u2060";
    private static final Pattern SIGN =
            Pattern.compile("(?<=--)(?=>)|(?<=<)(?=[/\\p{L}\\d])|(?<=\\{)(?=\\\\)|(?<=\\[)(?=\\d)");
    private static final Pattern MADE =
            Pattern.compile(
                    "(?<=--)\u2060(?=>)|(?<=<)\u2060(?=[/\\p{L}\\d])"
                            + "|(?<=\\{)\u2060(?=\\\\)|(?<=\\[)\u2060(?=\\d)");

    private Neutral() {}

    static String written(String text) {
        return SIGN.matcher(text).replaceAll(JOINER);
    }

    static String read(String text) {
        return MADE.matcher(text).replaceAll("");
    }
}
