package auralis.library.score;

import java.util.Arrays;

/** A growing list of numbers and its percentiles. */
final class Numbers {
    private double[] values = new double[256];
    private int count;

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    int count() {
        return count;
    }

    double get(int index) {
        return values[index];
    }

    /** The largest of {@code from <= i < to}. */
    double max(int from, int to) {
        return Arrays.stream(values, from, to).max().orElseThrow();
    }

    double mean(int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }

    /** Root mean square of the distances from the mean. */
    double deviation() {
        double mean = mean(0, count);
        return Math.sqrt(
                Arrays.stream(values, 0, count).map(x -> (x - mean) * (x - mean)).sum() / count);
    }

    /**
     * The nearest of {@code from <= i < to}.
     *
     * @param share 0..1
     */
    double percentile(double share, int from, int to) {
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    double percentile(double share) {
        return percentile(share, 0, count);
    }
}
