package auralis.library.tag;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number that a text of a tag begins with: 3 of "3/12", 2019 of "2019-05-01". */
public final class TextNumber {
    private static final Pattern START = Pattern.compile("\\s*0*(\\d{1,9})(?!\\d).*");

    private TextNumber() {}

    /** Empty when the text begins with no number, or with one of more than nine digits. */
    public static OptionalInt of(String text) {
        Matcher number = START.matcher(text);
        return number.matches()
                ? OptionalInt.of(Integer.parseInt(number.group(1)))
                : OptionalInt.empty();
    }
}
