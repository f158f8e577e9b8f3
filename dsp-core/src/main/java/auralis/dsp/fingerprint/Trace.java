package auralis.dsp.fingerprint;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Arithmetic on measurements in order of time. */
final class Trace {
    private Trace() {}

    /** The means of all windows of {@code length} values; none when there are fewer. */
    static double[] means(double[] values, int length) {
        double[] means = new double[Math.max(0, length == 0 ? 0 : values.length - length + 1)];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            for (int j = i; j < i + length; j++) {
                sum += values[j];
            }
            means[i] = sum / length;
        }
        return means;
    }

    /** The maxima of all windows of {@code length} values. */
    static double[] maxima(double[] values, int length) {
        double[] maxima = new double[Math.max(0, values.length - length + 1)];
        for (int i = 0; i < maxima.length; i++) {
            for (int j = i; j < i + length; j++) {
                maxima[i] = Math.max(maxima[i], values[j]);
            }
        }
        return maxima;
    }

    /** {@code relative} times the mean of what is above {@code absolute}, but at least that. */
    static double gate(double[] powers, double absolute, double relative) {
        double mean = Arrays.stream(powers).filter(p -> p > absolute).average().orElse(0);
        return Math.max(absolute, relative * mean);
    }

    /** A value for each index whose power is above the gate. */
    static DoubleStream over(double[] powers, double gate, IntToDoubleFunction value) {
        return IntStream.range(0, powers.length).filter(i -> powers[i] > gate).mapToDouble(value);
    }

    /** The standard deviation of at least one value, divided by their number. */
    static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / values.length);
    }

    /** The standard deviation over the mean, of at least one positive value. */
    static double variation(double[] values) {
        return deviation(values) / Arrays.stream(values).average().orElseThrow();
    }
}
