package auralis.library.transcribe.remote;

import java.util.OptionalDouble;

/**
 * A word, or a piece of one, as a server writes it.
 *
 * @param text with the space before it where there is one
 */
record Heard(double start, double end, String text, OptionalDouble probability) {
    double middle() {
        return (start + end) / 2;
    }

    Heard with(String other) {
        return new Heard(start, end, other, probability);
    }

    /** One word of both. */
    Heard joined(Heard next) {
        OptionalDouble both =
                probability.isPresent() && next.probability.isPresent()
                        ? OptionalDouble.of(
                                Math.min(probability.getAsDouble(), next.probability.getAsDouble()))
                        : OptionalDouble.empty();
        return new Heard(start, Math.max(end, next.end), text + next.text, both);
    }
}
