package auralis.library.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One condition of a {@link Query}. Its text is a search that means the same. */
public sealed interface Term {

    /**
     * Folded words that follow one another.
     *
     * @param field where they stand; when empty: anywhere in one of artist, title, album, artist of
     *     the album, genre and name of the file
     * @param tokens at least one, as of {@link Fold#words}
     * @param prefix whether the last of them may go on
     */
    record Words(Optional<TextField> field, List<String> tokens, boolean prefix) implements Term {
        public Words {
            tokens = List.copyOf(tokens);
            if (tokens.isEmpty()) {
                throw new IllegalArgumentException("no words");
            }
        }

        @Override
        public String toString() {
            // words joined by something else than a space are one term whose last word may go on
            String text = prefix ? String.join("-", tokens) : '"' + String.join(" ", tokens) + '"';
            return field.map(f -> f.key() + ":").orElse("") + text;
        }
    }

    /** A number within bounds, of which at least one is there. */
    record Numbers(
            NumberField field,
            OptionalDouble min,
            boolean minIncluded,
            OptionalDouble max,
            boolean maxIncluded)
            implements Term {
        public Numbers {
            if (min.isEmpty() && max.isEmpty()) {
                throw new IllegalArgumentException("no bounds");
            }
        }

        @Override
        public String toString() {
            return field.key() + ":" + NumberText.of(this);
        }
    }

    /** A property that the track has, or has not. */
    record Flag(YesNoField field, boolean value) implements Term {
        @Override
        public String toString() {
            return field.key() + (value ? ":yes" : ":no");
        }
    }

    /** The opposite. */
    record Not(Term term) implements Term {
        @Override
        public String toString() {
            return term instanceof Any ? "-(" + term + ")" : "-" + term;
        }
    }

    /** At least one of these, of which there are two or more. */
    record Any(List<Term> terms) implements Term {
        public Any {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return Query.joined(terms, " OR ");
        }
    }

    /** All of these, of which there are two or more. */
    record All(List<Term> terms) implements Term {
        public All {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return "(" + Query.joined(terms, " ") + ")";
        }
    }
}
