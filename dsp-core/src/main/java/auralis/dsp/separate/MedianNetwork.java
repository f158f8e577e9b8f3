package auralis.dsp.separate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The medians of the columns of some rows, all columns at once: a sorting network (K. E. Batcher's
 * merge exchange, in D. E. Knuth, "The Art of Computer Programming", vol. 3, 5.2.2 M) of which only
 * the comparators are kept that the middle depends on. Its steps are the same for every column, so
 * that they become vector instructions: some ten times as fast as sorting each column.
 */
final class MedianNetwork {
    /** Columns at once; the rows stay in the cache of a core. */
    private static final int WIDTH = 256;

    private static final Map<Integer, MedianNetwork> BY_COUNT = new ConcurrentHashMap<>();

    private final int count;
    private final int[][] comparators;

    private MedianNetwork(int count) {
        this.count = count;
        this.comparators = needed(count);
    }

    /**
     * @param count of the rows, 1 or more
     */
    static MedianNetwork of(int count) {
        return BY_COUNT.computeIfAbsent(count, MedianNetwork::new);
    }

    private static int[][] needed(int count) {
        boolean[] matters = new boolean[count];
        matters[count / 2] = true;
        matters[(count - 1) / 2] = true;
        Deque<int[]> kept = new ArrayDeque<>();
        Deque<int[]> all = mergeExchange(count);
        while (!all.isEmpty()) {
            int[] pair = all.removeLast();
            if (matters[pair[0]] || matters[pair[1]]) {
                matters[pair[0]] = true;
                matters[pair[1]] = true;
                kept.addFirst(pair);
            }
        }
        return kept.toArray(new int[0][]);
    }

    private static Deque<int[]> mergeExchange(int count) {
        Deque<int[]> pairs = new ArrayDeque<>();
        int top = Integer.highestOneBit(Math.max(1, count - 1));
        for (int p = top; p > 0; p /= 2) {
            int r = 0;
            int d = p;
            for (int q = top; ; q /= 2) {
                for (int i = 0; i < count - d; i++) {
                    if ((i & p) == r) {
                        pairs.addLast(new int[] {i, i + d});
                    }
                }
                if (q == p) {
                    break;
                }
                d = q - p;
                r = p;
            }
        }
        return pairs;
    }

    /**
     * @param chosen which of the rows, as many as were counted
     * @param medians is filled, as long as a row
     */
    void ofRows(float[][] rows, int[] chosen, float[] medians) {
        float[][] columns = new float[count][WIDTH];
        for (int from = 0; from < medians.length; from += WIDTH) {
            int length = Math.min(WIDTH, medians.length - from);
            for (int i = 0; i < count; i++) {
                System.arraycopy(rows[chosen[i]], from, columns[i], 0, length);
            }
            apply(columns, length, medians, from);
        }
    }

    /**
     * The medians of a window that slides over values, mirrored at both ends with the outermost
     * value repeated.
     *
     * @param medians is filled, as long as the values
     */
    void sliding(float[] values, float[] medians) {
        float[] mirrored = new float[values.length + count - 1];
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = values[mirrored(i - count / 2, values.length)];
        }
        float[][] columns = new float[count][WIDTH];
        for (int from = 0; from < medians.length; from += WIDTH) {
            int length = Math.min(WIDTH, medians.length - from);
            for (int i = 0; i < count; i++) {
                System.arraycopy(mirrored, from + i, columns[i], 0, length);
            }
            apply(columns, length, medians, from);
        }
    }

    /** 2 1 0 | 0 1 2 … n-1 | n-1 n-2: also where the window is longer than the values. */
    static int mirrored(int i, int count) {
        int at = Math.floorMod(i, 2 * count);
        return at < count ? at : 2 * count - 1 - at;
    }

    private void apply(float[][] rows, int length, float[] out, int at) {
        // The lesser go to a spare row: a loop with two stores does not become vector instructions.
        float[] spare = new float[WIDTH];
        for (int[] pair : comparators) {
            float[] one = rows[pair[0]];
            float[] other = rows[pair[1]];
            lesser(one, other, length, spare);
            greater(one, length, other);
            rows[pair[0]] = spare;
            spare = one;
        }
        float[] lower = rows[(count - 1) / 2];
        float[] upper = rows[count / 2];
        for (int i = 0; i < length; i++) {
            out[at + i] = (lower[i] + upper[i]) / 2;
        }
    }

    private static void lesser(float[] one, float[] other, int length, float[] out) {
        for (int i = 0; i < length; i++) {
            out[i] = Math.min(one[i], other[i]);
        }
    }

    private static void greater(float[] one, int length, float[] other) {
        for (int i = 0; i < length; i++) {
            other[i] = Math.max(one[i], other[i]);
        }
    }
}
