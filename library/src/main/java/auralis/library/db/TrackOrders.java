package auralis.library.db;

import auralis.library.track.TrackOrder;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ids of all tracks, hidden ones too, in the orders that were asked for last. To sort 100 000
 * rows takes SQLite a fifth of a second, too long for each letter of a search; an order is kept
 * until a change moves a track in it. Any thread.
 */
final class TrackOrders {
    /** What is known of a track by measuring it. */
    static final Set<TrackOrder> OF_MEASURED =
            EnumSet.of(
                    TrackOrder.TIME,
                    TrackOrder.LOUDNESS,
                    TrackOrder.PEAK,
                    TrackOrder.RANGE,
                    TrackOrder.STATE,
                    TrackOrder.RATE,
                    TrackOrder.CODEC);

    static final Set<TrackOrder> OF_PLAYS = EnumSet.of(TrackOrder.PLAYS, TrackOrder.PLAYED);
    static final Set<TrackOrder> ALL = EnumSet.allOf(TrackOrder.class);

    private static final int KEPT = 6;

    private record Key(TrackOrder order, boolean descending) {}

    private final Map<Key, List<Long>> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, List<Long>> eldest) {
                    return size() > KEPT;
                }
            };
    private long changes;

    List<Long> get(Sql sql, TrackOrder order, boolean descending) throws SQLException {
        Key key = new Key(order, descending);
        long before;
        synchronized (this) {
            List<Long> known = kept.get(key);
            if (known != null) {
                return known;
            }
            before = changes;
        }
        List<Long> ids = sql.list(QuerySql.all(order, descending), row -> row.getLong(0));
        keep(key, ids, before);
        return ids;
    }

    private synchronized void keep(Key key, List<Long> ids, long before) {
        if (before == changes) {
            kept.put(key, ids);
        }
    }

    /** After the change was stored. */
    synchronized void forget(Set<TrackOrder> moved) {
        changes++;
        kept.keySet().removeIf(key -> moved.contains(key.order()));
    }
}
