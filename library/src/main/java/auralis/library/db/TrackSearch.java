package auralis.library.db;

import auralis.library.search.Query;
import auralis.library.track.TrackOrder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds tracks in an order: the database tells which, a kept order tells in which sequence. Ids
 * come as one text, because fetching them row by row takes longer than finding them.
 */
final class TrackSearch {
    private static final String HIDDEN =
            "SELECT group_concat(id) FROM track WHERE removed_at IS NOT NULL";

    private final Sql sql;
    private final TrackOrders orders;

    TrackSearch(Sql sql, TrackOrders orders) {
        this.sql = sql;
        this.orders = orders;
    }

    List<Long> find(Query query, TrackOrder order, boolean descending) throws SQLException {
        BitSet found = ids(QuerySql.select(query));
        found.andNot(ids(HIDDEN));
        List<Long> sorted = among(found, orders.get(sql, order, descending));
        if (sorted.size() < found.cardinality()) {
            // Another process added tracks.
            orders.forget(TrackOrders.ALL);
            sorted = among(found, orders.get(sql, order, descending));
        }
        return sorted;
    }

    private static List<Long> among(BitSet found, List<Long> order) {
        List<Long> sorted = new ArrayList<>(found.cardinality());
        for (Long id : order) {
            if (found.get(id.intValue())) {
                sorted.add(id);
            }
        }
        return sorted;
    }

    private BitSet ids(String select) throws SQLException {
        BitSet ids = new BitSet();
        sql.each(select, row -> row.getString(0), text -> parse(text, ids));
        return ids;
    }

    /** Numbers between commas; nothing where there is none. */
    private static void parse(String text, BitSet ids) {
        int id = 0;
        for (int i = 0; text != null && i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',') {
                ids.set(id);
                id = 0;
            } else {
                id = 10 * id + text.charAt(i) - '0';
            }
        }
    }
}
