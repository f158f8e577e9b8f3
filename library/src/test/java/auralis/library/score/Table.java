package auralis.library.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Text in columns: the first to the left, the others to the right. */
final class Table {
    private final List<String[]> rows = new ArrayList<>();

    Table(String... heads) {
        rows.add(heads);
    }

    /** Numbers with two decimals, empty ones as a dash. */
    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::text).toArray(String[]::new));
    }

    static String text(Object cell) {
        if (cell instanceof OptionalDouble number) {
            return number.isPresent() ? text(number.getAsDouble()) : "-";
        }
        return cell instanceof Double number
                ? String.format(Locale.ROOT, "%.2f", number)
                : cell.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                String format = (column == 0 ? "%-" : "  %") + width(column) + "s";
                text.append(String.format(Locale.ROOT, format, row[column]));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElseThrow();
    }
}
