package auralis.library.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search through the library.
 *
 * <p>The language: words, all of which must be found; {@code "an exact phrase"}; {@code
 * field:value}; {@code -} before what must not be; {@code OR} between two terms, one of which is
 * enough; parentheses. What is not finished while it is being typed asks for nothing: {@code
 * artist:}, {@code lufs:<}, a lone {@code -}; an open quote or parenthesis goes on to the end.
 *
 * @param all the conditions, each of which must hold; none means every track
 */
public record Query(List<Term> all) {
    /** Every track. */
    public static final Query ALL = new Query(List.of());

    /** How to search, line by line: an example and what it finds. */
    public static final List<String> FIELDS =
            Stream.concat(
                            Stream.of(
                                    line("night bus", "both words, in whatever text"),
                                    line("\"night bus\"", "exactly this phrase"),
                                    line("-live -genre:pop", "without these"),
                                    line("genre:jazz OR genre:soul", "one of the two")),
                            Field.ALL.stream().map(f -> line(f.example(), f.meaning())))
                    .toList();

    public Query {
        all = List.copyOf(all);
    }

    /**
     * Understands what was typed.
     *
     * @throws QueryException for an unknown field or a value that the field cannot have
     */
    public static Query parse(String text) throws QueryException {
        return new Query(new QueryParser(text).parse());
    }

    /** Words of a name in a row; every track where it is of signs only. */
    public static Query phrase(TextField field, String name) {
        List<String> words = Fold.words(name);
        return words.isEmpty()
                ? ALL
                : new Query(List.of(new Term.Words(Optional.of(field), words, false)));
    }

    private static String line(String example, String meaning) {
        return String.format("%-26s%s", example, meaning);
    }

    static String joined(List<Term> terms, String between) {
        return terms.stream().map(Term::toString).collect(Collectors.joining(between));
    }

    /** A text that means the same. */
    @Override
    public String toString() {
        return joined(all, " ");
    }
}
