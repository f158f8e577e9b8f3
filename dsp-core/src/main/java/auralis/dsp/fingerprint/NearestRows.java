package auralis.dsp.fingerprint;

import auralis.dsp.fingerprint.FingerprintIndex.Neighbour;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The nearest rows so far, in order; of equal ones, those with the smaller id. */
final class NearestRows {
    private final int[] rows;
    private final double[] squares;
    private int count;

    NearestRows(int capacity) {
        rows = new int[capacity];
        squares = new double[capacity];
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
    }

    /** The square of the distance over which nothing more is kept. */
    double farthest() {
        return squares[squares.length - 1];
    }

    /** Keeps a row if it is near enough; an infinite distance never is. */
    void add(int row, double square, long[] ids) {
        int at = count;
        while (at > 0 && isBefore(square, ids[row], squares[at - 1], ids[rows[at - 1]])) {
            at--;
        }
        if (at == rows.length || square == Double.POSITIVE_INFINITY) {
            return;
        }
        int moved = Math.min(count, rows.length - 1) - at;
        System.arraycopy(rows, at, rows, at + 1, moved);
        System.arraycopy(squares, at, squares, at + 1, moved);
        rows[at] = row;
        squares[at] = square;
        count = Math.min(count + 1, rows.length);
    }

    private static boolean isBefore(double square, long id, double otherSquare, long otherId) {
        return square < otherSquare || (square == otherSquare && id < otherId);
    }

    List<Neighbour> neighbours(long[] ids) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Neighbour(ids[rows[i]], Math.sqrt(squares[i])))
                .toList();
    }
}
