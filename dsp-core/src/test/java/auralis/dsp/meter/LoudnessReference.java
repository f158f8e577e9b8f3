package auralis.dsp.meter;

import auralis.dsp.Channel;
import auralis.dsp.StreamFormat;
import auralis.dsp.filter.BiquadCoefficients;
import auralis.dsp.filter.KWeightingDesign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** BS.1770-5 and Tech 3342 word by word, in double precision, with everything kept. */
final class LoudnessReference {
    private static final BiquadCoefficients TABLE_1 =
            new BiquadCoefficients(
                    1.53512485958697,
                    -2.69169618940638,
                    1.19839281085285,
                    -1.69065929318241,
                    0.73248077421585);
    private static final BiquadCoefficients TABLE_2 =
            new BiquadCoefficients(1, -2, 1, -1.99004745483398, 0.99007225036621);

    private final int rate;

    /** The running sum of the weighted squares: what came before a frame. */
    private final double[] before;

    LoudnessReference(StreamFormat format, float[][] planes) {
        this.rate = format.sampleRate();
        double[] weighted = new double[planes[0].length];
        boolean table = rate == 48_000;
        List<Channel> channels = format.layout().channels();
        for (int c = 0; c < planes.length; c++) {
            double[] x = new double[planes[c].length];
            for (int i = 0; i < x.length; i++) {
                x[i] = planes[c][i];
            }
            x = filtered(x, table ? TABLE_1 : KWeightingDesign.shelf(rate));
            x = filtered(x, table ? TABLE_2 : KWeightingDesign.highPass(rate));
            double weight =
                    switch (channels.get(c)) {
                        case LOW_FREQUENCY -> 0;
                        case SIDE_LEFT, SIDE_RIGHT -> 1.41;
                        default -> 1;
                    };
            for (int i = 0; i < x.length; i++) {
                weighted[i] += weight * x[i] * x[i];
            }
        }
        before = new double[weighted.length + 1];
        for (int i = 0; i < weighted.length; i++) {
            before[i + 1] = before[i] + weighted[i];
        }
    }

    private static double[] filtered(double[] x, BiquadCoefficients h) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] =
                    h.b0() * x[i]
                            + h.b1() * (i > 0 ? x[i - 1] : 0)
                            + h.b2() * (i > 1 ? x[i - 2] : 0)
                            - h.a1() * (i > 0 ? y[i - 1] : 0)
                            - h.a2() * (i > 1 ? y[i - 2] : 0);
        }
        return y;
    }

    /** The powers of all whole windows of a length, every {@code step} seconds. */
    private double[] powers(double seconds, double step) {
        int length = (int) Math.round(seconds * rate);
        List<Double> powers = new ArrayList<>();
        for (int n = 0; ; n++) {
            // The grid of whole frames under n steps, counted from the end of the window.
            long end = (long) Math.floor((seconds + n * step) * rate + 1e-6);
            if (end >= before.length) {
                return powers.stream().mapToDouble(p -> p).toArray();
            }
            powers.add((before[(int) end] - before[(int) end - length]) / length);
        }
    }

    private static double lufs(double power) {
        return -0.691 + 10 * Math.log10(power);
    }

    private static double[] gated(double[] powers, double relative) {
        double[] loud = Arrays.stream(powers).filter(p -> lufs(p) > -70).toArray();
        double gate = lufs(Arrays.stream(loud).average().orElseThrow()) - relative;
        return Arrays.stream(loud).filter(p -> lufs(p) > gate).toArray();
    }

    double integratedLufs() {
        return lufs(Arrays.stream(gated(powers(0.4, 0.1), 10)).average().orElseThrow());
    }

    double maxLufs(double seconds) {
        return lufs(Arrays.stream(powers(seconds, 0.01)).max().orElseThrow());
    }

    double rangeLu() {
        double[] sorted = gated(powers(3, 0.1), 20);
        Arrays.sort(sorted);
        double low = sorted[(int) Math.round((sorted.length - 1) * 0.10)];
        double high = sorted[(int) Math.round((sorted.length - 1) * 0.95)];
        return lufs(high) - lufs(low);
    }
}
