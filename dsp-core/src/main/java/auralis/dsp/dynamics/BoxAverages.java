package auralis.dsp.dynamics;

import java.util.Arrays;

/**
 * Three moving averages in a row: nearly a B-spline, whose side lobes lie below -40 dB, so that the
 * gain has no corners that could be heard. All three together span {@code reach + 1} frames.
 *
 * <p>The sums are integers: the gain is cut to a fixed point as fine as 63 bits allow, and what
 * enters a sum leaves it exactly. So nothing drifts, however long the stream, and a gain of 1 that
 * has lasted for the whole span is exactly 1.
 */
final class BoxAverages {
    private static final int SUM_BITS = 62;
    private static final int FINEST_BITS = 40;

    private final Box first;
    private final Box second;
    private final Box third;
    private final double scale;
    private final long open;
    private long sum;

    BoxAverages(int reach) {
        first = new Box(1 + reach / 3);
        second = new Box(1 + (reach + 1) / 3);
        third = new Box(1 + (reach + 2) / 3);
        long product = (long) first.length() * second.length() * third.length();
        int room = SUM_BITS - (Long.SIZE - Long.numberOfLeadingZeros(product));
        long one = 1L << Math.min(FINEST_BITS, room);
        this.scale = one;
        this.open = one * product;
        reset();
    }

    /** Replaces each gain (0..1) by the average over the span that ends with it. */
    void process(double[] gains, int frames) {
        for (int i = 0; i < frames; i++) {
            sum = third.next(second.next(first.next((long) (gains[i] * scale))));
            gains[i] = (double) sum / open;
        }
    }

    /** Whether all of the span is 1. */
    boolean isOpen() {
        return first.isOpen() && second.isOpen() && third.isOpen();
    }

    /** As after a gain of 1 for ever. */
    void reset() {
        sum = third.fill(second.fill(first.fill((long) scale)));
    }

    /** A moving sum. */
    private static final class Box {
        private final long[] values;
        private int oldest;
        private long sum;
        private long full;

        Box(int length) {
            this.values = new long[length];
        }

        int length() {
            return values.length;
        }

        boolean isOpen() {
            return sum == full;
        }

        long next(long value) {
            sum += value - values[oldest];
            values[oldest] = value;
            oldest = oldest + 1 == values.length ? 0 : oldest + 1;
            return sum;
        }

        long fill(long value) {
            Arrays.fill(values, value);
            sum = value * values.length;
            full = sum;
            return sum;
        }
    }
}
