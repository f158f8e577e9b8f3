package auralis.app.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as the window writes them: a true minus, the decimals of the user's country. */
public final class Numbers {
    public static final String UNKNOWN = "–";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);

    private Numbers() {}

    /** One decimal: "−14.0". */
    public static String tenth(double value) {
        String digits = String.format(Locale.getDefault(), "%.1f", value);
        return trueMinus(digits.equals("-0.0") ? "0.0" : digits);
    }

    public static String tenth(OptionalDouble value) {
        return value.isPresent() ? tenth(value.getAsDouble()) : UNKNOWN;
    }

    /** One decimal and always a sign: "+1.5". */
    public static String signedTenth(double value) {
        String digits = tenth(value);
        return value > 0 && !digits.equals(tenth(0)) ? "+" + digits : digits;
    }

    /** No decimals: "−14". */
    public static String whole(double value) {
        return trueMinus(Long.toString(Math.round(value)));
    }

    /** No decimals and always a sign, except for 0: "+6". */
    public static String signedWhole(double value) {
        return Math.round(value) > 0 ? "+" + whole(value) : whole(value);
    }

    /** Two decimals and always a sign: "+0.62". */
    public static String signedHundredth(double value) {
        String digits = String.format(Locale.getDefault(), "%+.2f", value);
        return trueMinus(digits);
    }

    /** "3:41", "1:02:03". */
    public static String time(double seconds) {
        long whole = Math.max(0, Math.round(Math.floor(seconds)));
        long hours = whole / 3600;
        return hours == 0
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", hours, whole / 60 % 60, whole % 60);
    }

    public static String time(OptionalDouble seconds) {
        return seconds.isPresent() ? time(seconds.getAsDouble()) : UNKNOWN;
    }

    /** "3 May 2021", as the user's country writes it. */
    public static String date(Instant at) {
        return DATE.format(at.atZone(ZoneId.systemDefault()));
    }

    /** "12 min", "3 h 21 min": for what is longer than a track. */
    public static String length(double seconds) {
        long minutes = Math.round(seconds / 60);
        return minutes < 60
                ? Texts.text("unit.minutes", minutes)
                : Texts.text("unit.hours", minutes / 60, minutes % 60);
    }

    /** "80 %". */
    public static String percent(double fraction) {
        return Texts.text("unit.percent", Math.round(fraction * 100));
    }

    /** A sentence with a true minus before its negative numbers; "200-630 Hz" stays. */
    public static String withTrueMinus(String sentence) {
        return sentence.replaceAll("(?<!\\d)-(?=\\d)", "−");
    }

    private static String trueMinus(String digits) {
        return digits.replace('-', '−');
    }
}
