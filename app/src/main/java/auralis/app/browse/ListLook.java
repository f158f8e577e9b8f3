package auralis.app.browse;

import java.util.List;

/**
 * How the list is set up, to be kept over a restart. Names that a later version does not know any
 * more are passed over.
 *
 * @param columns those that are shown
 * @param sorted the column that it is sorted by; empty for the order in which tracks were added
 */
public record ListLook(List<Shown> columns, String sorted, boolean descending) {
    /** A column and its width in pixels. */
    public record Shown(String column, double width) {}

    public ListLook {
        columns = List.copyOf(columns);
    }
}
