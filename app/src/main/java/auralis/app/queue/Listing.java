package auralis.app.queue;

import auralis.app.catalogue.Row;
import java.util.List;

/**
 * A list as it stood when a track of it was played.
 *
 * @param name for the user
 */
public record Listing(String name, List<Row> rows) {
    static final Listing NONE = new Listing("", List.of());

    public Listing {
        rows = List.copyOf(rows);
    }
}
