package auralis.library.transcribe.remote;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a server asks to wait (RFC 9110, 10.2.3, and what OpenAI says beside it). */
final class Waits {
    /** Nobody waits longer for one piece. */
    private static final Duration MOST = Duration.ofHours(1);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");
    private static final Pattern UNITS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");

    private Waits() {}

    static Optional<Duration> asked(HttpHeaders headers, Instant now) {
        Optional<String> after = headers.firstValue("Retry-After").map(String::strip);
        return after.flatMap(text -> secondsOrDate(text, now))
                .or(() -> headers.firstValue("x-ratelimit-reset-requests").flatMap(Waits::units))
                .map(wait -> wait.compareTo(MOST) > 0 ? MOST : wait);
    }

    private static Optional<Duration> secondsOrDate(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(millis(Double.parseDouble(text) * 1000));
        }
        try {
            Instant then =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(now, then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Like "6m0s", "1.5s" or "20ms". */
    private static Optional<Duration> units(String text) {
        Matcher unit = UNITS.matcher(text.strip());
        double millis = 0;
        int end = 0;
        while (unit.find() && unit.start() == end) {
            double each =
                    switch (unit.group(2)) {
                        case "ms" -> 1;
                        case "s" -> 1000;
                        case "m" -> 60_000;
                        default -> 3_600_000;
                    };
            millis += Double.parseDouble(unit.group(1)) * each;
            end = unit.end();
        }
        return end > 0 && end == text.strip().length()
                ? Optional.of(millis(millis))
                : Optional.empty();
    }

    private static Duration millis(double millis) {
        return Duration.ofMillis((long) Math.ceil(Math.min(millis, MOST.toMillis())));
    }
}
