package auralis.app.command;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Rows of texts under each other, for people with a font of fixed width. */
final class Table {
    private static final int MAX_COLUMN = 40;
    private static final String BETWEEN = "  ";
    private static final Set<UnicodeScript> WIDE =
            Set.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL);

    private final List<String[]> rows = new ArrayList<>();
    private final Set<Integer> right;

    /**
     * @param right columns of numbers
     */
    Table(Set<Integer> right) {
        this.right = right;
    }

    /** Control characters, which file names may have, are shown and not carried out. */
    Table row(String... cells) {
        rows.add(Arrays.stream(cells).map(Words::printable).toArray(String[]::new));
        return this;
    }

    /** The last column is as long as it is; the others are cut where they are very long. */
    List<String> lines() {
        return lines(Integer.MAX_VALUE);
    }

    /** The same, with lines of at most so many places. */
    List<String> lines(int places) {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], Math.min(MAX_COLUMN, width(row[i])));
            }
        }
        return rows.stream().map(row -> cut(line(row, widths), places)).toList();
    }

    private String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length - 1; i++) {
            String cell = cut(row[i], widths[i]);
            String space = " ".repeat(widths[i] - width(cell));
            line.append(right.contains(i) ? space + cell : cell + space).append(BETWEEN);
        }
        return line.append(row[row.length - 1]).toString().stripTrailing();
    }

    /** As much of a text as fits into so many places of a terminal. */
    static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int character : text.codePoints().toArray()) {
            used += width(character);
            if (used > width) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.append('…').toString();
    }

    /** How many places of a terminal a text takes. */
    static int width(String text) {
        return text.codePoints().map(Table::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT) {
            return 0;
        }
        boolean fullWidth = character >= 0xFF01 && character <= 0xFF60;
        return fullWidth || WIDE.contains(UnicodeScript.of(character)) ? 2 : 1;
    }
}
