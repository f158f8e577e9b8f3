package auralis.library.search;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the field that was meant by a name that is none. */
final class Suggestion {
    private static final int FARTHEST = 2;

    private Suggestion() {}

    /** Sentences that say which fields there are. */
    static String insteadOf(String name) {
        String meant = nearest(name).map(f -> " Did you mean " + f.key() + "?").orElse("");
        return "There is no field \u201c"
                + name
                + "\u201d."
                + meant
                + " Fields are "
                + Field.ALL.stream().map(Field::key).collect(Collectors.joining(", "))
                + ". Put it in quotes to search for the text.";
    }

    /** The field that goes on like this, or else differs from it by a slip. */
    private static Optional<Field> nearest(String name) {
        String typed = name.toLowerCase(Locale.ROOT);
        return Field.ALL.stream()
                .filter(field -> field.key().startsWith(typed))
                .findFirst()
                .or(() -> nearestInLetters(typed));
    }

    private static Optional<Field> nearestInLetters(String typed) {
        return Field.ALL.stream()
                .min(Comparator.comparingInt(field -> edits(typed, field.key())))
                .filter(field -> isSlip(edits(typed, field.key()), typed.length()));
    }

    /** Whether so few letters are wrong that the rest tells what was meant. */
    private static boolean isSlip(int edits, int letters) {
        return edits <= FARTHEST && 2 * edits <= letters;
    }

    /** How many letters to insert, remove or replace (Levenshtein 1965, row by row). */
    static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
