package auralis.library.transcript;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as files write them. */
final class Times {
    private static final double SECONDS_PER_MINUTE = 60;
    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d+):)?(\\d+):(\\d+)(?:[.,:](\\d{1,9}))?");

    private Times() {}

    static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }

    /** Hours, minutes, seconds and thousandths: 00:00:00,000. */
    static String clock(long millis, char comma) {
        long seconds = millis / 1000;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                seconds / 3600,
                seconds / 60 % 60,
                seconds % 60,
                comma,
                millis % 1000);
    }

    /** Minutes, however many, seconds and hundredths: 00:00.00. */
    static String minutes(double seconds) {
        long hundredths = Math.round(seconds * 100);
        return String.format(
                Locale.ROOT,
                "%02d:%02d.%02d",
                hundredths / 6000,
                hundredths / 100 % 60,
                hundredths % 100);
    }

    static boolean isClock(String text) {
        return CLOCK.matcher(text).matches();
    }

    /** Seconds of either kind; hours and fractions may be missing. */
    static double seconds(String clock) {
        Matcher match = CLOCK.matcher(clock);
        if (!match.matches()) {
            throw new IllegalArgumentException(clock);
        }
        double hours = match.group(1) == null ? 0 : Double.parseDouble(match.group(1));
        double minutes = Double.parseDouble(match.group(2));
        // In one number, so that what was written as 1.234 is read as 1.234.
        String fraction = match.group(4) == null ? "0" : match.group(4);
        double seconds = Double.parseDouble(match.group(3) + "." + fraction);
        double before = (hours * SECONDS_PER_MINUTE + minutes) * SECONDS_PER_MINUTE;
        return before == 0 ? seconds : Math.round((before + seconds) * 1e6) / 1e6;
    }
}
