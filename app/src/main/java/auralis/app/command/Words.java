package auralis.app.command;

import auralis.library.export.Measurement;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers and names as the command line writes them. */
final class Words {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private Words() {}

    /** The same line with control characters, which file names may have, shown and not obeyed. */
    static String printable(String text) {
        return CONTROL.matcher(text).replaceAll("\uFFFD");
    }

    /** What became of a file, in lines below its name. */
    static String report(String source, List<String> lines, List<String> warnings) {
        StringBuilder text = new StringBuilder(printable(source)).append('\n');
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
        warnings.forEach(line -> text.append("  Note: ").append(line).append('\n'));
        return text.toString();
    }

    static String of(Measurement measured) {
        return String.join(
                "   ",
                number(measured.integratedLufs(), "LUFS"),
                number(measured.truePeakDbtp(), "dBTP"),
                "LRA " + number(measured.rangeLu(), measured.rangeStable() ? "LU" : "LU (< 60 s)"),
                "PLR " + number(measured.plrDb(), "dB"));
    }

    private static String number(OptionalDouble value, String unit) {
        return value.isPresent()
                ? String.format(Locale.ROOT, "%5.1f %s", value.getAsDouble(), unit)
                : "    - " + unit;
    }
}
