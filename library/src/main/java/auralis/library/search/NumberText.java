package auralis.library.search;

import auralis.library.search.QueryParser.Value;
import auralis.library.search.Term.Numbers;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Numbers as they are typed: {@code 5}, {@code >5}, {@code <=5}, {@code 5..7}, {@code 5..}; a bound
 * of a range that does not count itself has the sign before it: {@code 5..<7}. Lengths may be
 * {@code m:ss}, rates {@code 44.1k}.
 */
final class NumberText {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)");
    private static final Pattern CLOCK = Pattern.compile("([0-9]+:){1,2}([0-9]+\\.?[0-9]*)?");
    private static final Pattern UNFINISHED = Pattern.compile("[-+<>=.:\\s]*");
    private static final String RANGE = "..";

    /** Digits, far more than any number of a track has. */
    private static final int LONGEST = 20;

    private final NumberField field;
    private final Value value;

    private NumberText(NumberField field, Value value) {
        this.field = field;
        this.value = value;
    }

    /** Empty when there is no digit yet. */
    static Optional<Term> parse(NumberField field, Value value) throws QueryException {
        return UNFINISHED.matcher(value.text()).matches()
                ? Optional.empty()
                : Optional.of(new NumberText(field, value).parse());
    }

    private Numbers parse() throws QueryException {
        String typed = value.text().strip().replace('\u2212', '-').toLowerCase(Locale.ROOT);
        int range = typed.indexOf(RANGE);
        if (range >= 0) {
            return range(typed.substring(0, range), typed.substring(range + RANGE.length()));
        }
        String number = typed.replaceFirst("^[<>]?=?", "");
        boolean included = typed.startsWith("=", 1);
        return switch (typed.charAt(0)) {
            case '<' -> numbers(Bound.NONE, new Bound(bound(number), included));
            case '>' -> numbers(new Bound(bound(number), included), Bound.NONE);
            default -> field.isCounted() ? equal(number) : rounded(number);
        };
    }

    private Numbers equal(String number) throws QueryException {
        Bound bound = new Bound(bound(number), true);
        return numbers(bound, bound);
    }

    /** All that is written so with as many decimals. */
    private Numbers rounded(String typed) throws QueryException {
        BigDecimal number = number(typed);
        BigDecimal half = number.ulp().divide(BigDecimal.valueOf(2));
        return numbers(
                new Bound(of(number.subtract(half)), true), new Bound(of(number.add(half)), false));
    }

    /** The ends may come in either order, as with -12..-16. */
    private Numbers range(String left, String right) throws QueryException {
        Bound one = rangeBound(left, '>');
        Bound other = rangeBound(right, '<');
        boolean reversed =
                one.at.isPresent()
                        && other.at.isPresent()
                        && one.at.getAsDouble() > other.at.getAsDouble();
        return reversed ? numbers(other, one) : numbers(one, other);
    }

    private Bound rangeBound(String typed, char excluding) throws QueryException {
        if (UNFINISHED.matcher(typed).matches()) {
            return Bound.NONE;
        }
        boolean excluded = typed.charAt(0) == excluding;
        return new Bound(bound(excluded ? typed.substring(1) : typed), !excluded);
    }

    private Numbers numbers(Bound min, Bound max) {
        return new Numbers(field, min.at, min.included, max.at, max.included);
    }

    private OptionalDouble bound(String typed) throws QueryException {
        return of(number(typed));
    }

    private static OptionalDouble of(BigDecimal number) {
        return OptionalDouble.of(number.doubleValue());
    }

    private BigDecimal number(String typed) throws QueryException {
        boolean kilo = field == NumberField.RATE && typed.endsWith("k");
        String number = kilo ? typed.substring(0, typed.length() - 1) : typed;
        if (number.length() <= LONGEST && DECIMAL.matcher(number).matches()) {
            return new BigDecimal(number).scaleByPowerOfTen(kilo ? 3 : 0);
        } else if (number.length() <= LONGEST
                && field == NumberField.LENGTH
                && CLOCK.matcher(number).matches()) {
            return seconds(number);
        }
        throw value.refused(
                String.format(
                        "\u201c%s\u201d is no number that %s can have. Write it like %s.",
                        typed, field.key(), field.example()));
    }

    /** Of h:mm:ss or m:ss; what is not typed yet is 0. */
    private static BigDecimal seconds(String clock) {
        BigDecimal seconds = BigDecimal.ZERO;
        for (String part : clock.split(":", -1)) {
            seconds = seconds.multiply(BigDecimal.valueOf(60));
            seconds = part.isEmpty() ? seconds : seconds.add(new BigDecimal(part));
        }
        return seconds;
    }

    /** What is parsed to these bounds. */
    static String of(Numbers numbers) {
        String min = numbers.min().isPresent() ? plain(numbers.min().getAsDouble()) : "";
        String max = numbers.max().isPresent() ? plain(numbers.max().getAsDouble()) : "";
        if (max.isEmpty()) {
            return (numbers.minIncluded() ? ">=" : ">") + min;
        } else if (min.isEmpty()) {
            return (numbers.maxIncluded() ? "<=" : "<") + max;
        } else if (min.equals(max) && numbers.field().isCounted()) {
            return min;
        }
        return (numbers.minIncluded() ? "" : ">")
                + min
                + RANGE
                + (numbers.maxIncluded() ? "" : "<")
                + max;
    }

    private static String plain(double number) {
        BigDecimal exact = BigDecimal.valueOf(number);
        return exact.stripTrailingZeros().toPlainString();
    }

    private record Bound(OptionalDouble at, boolean included) {
        static final Bound NONE = new Bound(OptionalDouble.empty(), false);
    }
}
