package auralis.library.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Texts and numbers as they stand in a page. */
final class Html {
    private static final String NOTHING = "–";
    private static final String MINUS = "\u2212";
    private static final int SECONDS_PER_MINUTE = 60;

    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** One of the engine's, which write numbers with a hyphen. */
    static String sentence(String text) {
        return escaped(text).replaceAll("(?<![\\w.])-(?=\\d)", MINUS);
    }

    /** With a minus as long as a plus; never "−0.0". */
    static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean zero = text.startsWith("-") && text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.substring(1) : text.replace("-", MINUS);
    }

    static String number(OptionalDouble value, int decimals) {
        return value.isPresent() ? number(value.getAsDouble(), decimals) : NOTHING;
    }

    /** With its sign; "0.0" has none. */
    static String signed(OptionalDouble value, int decimals) {
        String text = number(value, decimals);
        boolean some = text.chars().anyMatch(c -> c >= '1' && c <= '9');
        return some && !text.startsWith(MINUS) ? "+" + text : text;
    }

    /** 3:07, 1:02:03. */
    static String clock(double seconds) {
        long all = Math.round(seconds);
        long minutes = all / SECONDS_PER_MINUTE;
        long rest = all % SECONDS_PER_MINUTE;
        return minutes < SECONDS_PER_MINUTE
                ? String.format(Locale.ROOT, "%d:%02d", minutes, rest)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        minutes / SECONDS_PER_MINUTE,
                        minutes % SECONDS_PER_MINUTE,
                        rest);
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
