package auralis.dsp.meter;

import auralis.dsp.Decibels;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A number and the power of each window of a stream, in order of time. Judged over the windows that
 * pass the gates of EBU Tech 3342 (-70 LUFS, then 20 LU under the mean power of what passed), so
 * that fades and pauses don't count. Grows by 8 bytes per window.
 */
final class WindowReadings {
    private static final double FLOOR_POWER = LoudnessScale.power(-70);
    private static final double RELATIVE_GATE = Decibels.toPower(-20);

    private float[] values = new float[256];
    private float[] powers = new float[256];
    private int count;

    /** Adds a window; left out when it is silent. */
    void add(double value, double power) {
        if (!(power > FLOOR_POWER)) {
            return;
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
            powers = Arrays.copyOf(powers, 2 * count);
        }
        values[count] = (float) value;
        powers[count++] = (float) power;
    }

    /** The value of rank (n - 1) p / 100, rounded; empty when there was nothing but silence. */
    OptionalDouble percentile(double percent) {
        double mean = IntStream.range(0, count).mapToDouble(i -> powers[i]).average().orElse(0);
        double[] gated =
                IntStream.range(0, count)
                        .filter(i -> powers[i] > RELATIVE_GATE * mean)
                        .mapToDouble(i -> values[i])
                        .sorted()
                        .toArray();
        return gated.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(gated[rank(gated.length, percent)]);
    }

    static int rank(int count, double percent) {
        return (int) Math.round((count - 1) * percent / 100);
    }

    void clear() {
        count = 0;
    }
}
