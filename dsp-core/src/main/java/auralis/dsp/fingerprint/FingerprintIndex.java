package auralis.dsp.fingerprint;

import auralis.dsp.fingerprint.FingerprintDistance.Span;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fingerprints of a library, to find the tracks most like one: up to a million, 108 bytes and a
 * map entry each. May be used by several threads.
 *
 * <p>The distance is that of {@link FingerprintDistance} with equal weights, over the spans of what
 * is in the index. A search looks at every fingerprint, but leaves one as soon as the sum of its
 * squares shows that it is farther than all that were kept: after a few dimensions for most.
 */
public final class FingerprintIndex {
    private static final int LENGTH = PackedFingerprint.LENGTH;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /** Spans are computed anew when more than a hundredth of the content has changed. */
    private static final int CHANGES_PER_SPANS = 100;

    /** So many tracks, evenly picked, tell a percentile to a quarter of a percent (one sigma). */
    private static final int SAMPLE = 10_000;

    private final Map<Long, Integer> rows = new HashMap<>();
    private long[] ids = new long[64];
    private float[] values = new float[64 * LENGTH];
    private int size;
    private Map<Dimension, Span> spans = Map.of();
    private int changes;

    /**
     * A track that is like another.
     *
     * @param distance 0 for equal, about 1 for opposite ends of the library
     */
    public record Neighbour(long id, double distance) {}

    /** Adds the fingerprint of a track, or replaces it. */
    public void put(long id, Fingerprint fingerprint) {
        put(id, PackedFingerprint.toFloats(fingerprint));
    }

    /**
     * The same with a stored one.
     *
     * @param packed as of {@link PackedFingerprint#toBytes}
     */
    public void put(long id, byte[] packed) {
        put(id, PackedFingerprint.toFloats(packed));
    }

    private synchronized void put(long id, float[] fingerprint) {
        int row = rows.computeIfAbsent(id, this::append);
        System.arraycopy(fingerprint, 0, values, row * LENGTH, LENGTH);
        changes++;
    }

    private int append(long id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            values = Arrays.copyOf(values, 2 * size * LENGTH);
        }
        ids[size] = id;
        return size++;
    }

    /** Forgets a track; nothing when it is not there. */
    public synchronized void remove(long id) {
        Integer row = rows.remove(id);
        if (row == null) {
            return;
        }
        int last = --size;
        if (row != last) {
            ids[row] = ids[last];
            System.arraycopy(values, last * LENGTH, values, row * LENGTH, LENGTH);
            rows.put(ids[row], row);
        }
        changes++;
    }

    public synchronized int size() {
        return size;
    }

    /** The fingerprint of a track, its numbers rounded to float. */
    public synchronized Optional<Fingerprint> get(long id) {
        return Optional.ofNullable(rows.get(id))
                .map(row -> PackedFingerprint.of(values, row * LENGTH));
    }

    /**
     * The tracks most like a track, nearest first, without itself; none when it has no fingerprint.
     */
    public synchronized List<Neighbour> nearest(long id, int count) {
        Integer row = rows.get(id);
        if (row == null) {
            return List.of();
        }
        int from = row * LENGTH;
        return nearest(Arrays.copyOfRange(values, from, from + LENGTH), row, count);
    }

    /** The tracks most like a fingerprint, nearest first. */
    public synchronized List<Neighbour> nearest(Fingerprint fingerprint, int count) {
        return nearest(PackedFingerprint.toFloats(fingerprint), -1, count);
    }

    private List<Neighbour> nearest(float[] centre, int except, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(count + " neighbours");
        }
        Nearness nearness = new Nearness(centre, spans());
        NearestRows nearest = new NearestRows(Math.min(count, Math.max(1, size)));
        for (int row = 0; row < size; row++) {
            double square = nearness.square(values, row * LENGTH, nearest.farthest());
            if (square <= nearest.farthest() && row != except) {
                nearest.add(row, square, ids);
            }
        }
        return nearest.neighbours(ids);
    }

    /**
     * The 5th and 95th percentile of each dimension that has values; where there are more than 10
     * 000 tracks, of so many of them. Up to a hundredth of the content may have changed since.
     */
    public synchronized Map<Dimension, Span> spans() {
        if ((long) changes * CHANGES_PER_SPANS > size) {
            spans = computeSpans();
            changes = 0;
        }
        return spans;
    }

    private Map<Dimension, Span> computeSpans() {
        Map<Dimension, Span> computed = new EnumMap<>(Dimension.class);
        float[] column = new float[Math.min(size, SAMPLE)];
        for (Dimension dimension : Dimension.values()) {
            int present = sortColumn(dimension.ordinal(), column);
            if (present > 0) {
                computed.put(dimension, span(column, present));
            }
        }
        return Collections.unmodifiableMap(computed);
    }

    /** Sorts what a dimension has and returns how many values that are. */
    private int sortColumn(int dimension, float[] column) {
        int present = 0;
        for (int i = 0; i < column.length; i++) {
            int row = (int) ((long) i * size / column.length);
            float value = values[row * LENGTH + dimension];
            if (!Float.isNaN(value)) {
                column[present++] = value;
            }
        }
        Arrays.sort(column, 0, present);
        return present;
    }

    private static Span span(float[] sorted, int count) {
        return new Span(
                sorted[(int) Math.round((count - 1) * LOW)],
                sorted[(int) Math.round((count - 1) * HIGH)]);
    }
}
