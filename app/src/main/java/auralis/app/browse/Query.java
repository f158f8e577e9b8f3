package auralis.app.browse;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the list shows and in which order; applied on a worker.
 *
 * @param words all of which must occur, folded
 * @param order null keeps the order of the library
 */
record Query(List<String> words, boolean problemsOnly, Comparator<Facts> order) {
    static Query of(String typed, boolean problemsOnly, Comparator<Facts> order) {
        List<String> words =
                Arrays.stream(Facts.fold(typed).split("\\s+")).filter(w -> !w.isEmpty()).toList();
        return new Query(words, problemsOnly, order);
    }

    List<Row> apply(List<Row> rows) {
        Predicate<Row> wanted = row -> matches(row.facts());
        var matching = rows.stream().filter(wanted);
        if (order != null) {
            matching = matching.sorted(Comparator.comparing(Row::facts, order));
        }
        return matching.toList();
    }

    private boolean matches(Facts facts) {
        if (problemsOnly && facts.track().problem().isEmpty()) {
            return false;
        }
        return words.stream().allMatch(facts.folded()::contains);
    }
}
