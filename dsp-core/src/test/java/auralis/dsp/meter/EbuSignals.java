package auralis.dsp.meter;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import java.util.Arrays;

/**
 * The synthetic signals of EBU Tech 3341 v4 and 3342, one channel, at any rate. Levels are peak
 * levels of sines in dBFS; every tone starts at phase 0.
 */
final class EbuSignals {
    private final int rate;
    private float[] samples = new float[1 << 16];
    private int length;

    private EbuSignals(int rate) {
        this.rate = rate;
    }

    static EbuSignals at(int rate) {
        return new EbuSignals(rate);
    }

    EbuSignals silence(double seconds) {
        append(seconds);
        return this;
    }

    /** 1 kHz. */
    EbuSignals tone(double dbfs, double seconds) {
        return tone(1000, dbfs, seconds);
    }

    EbuSignals tone(double hz, double dbfs, double seconds) {
        int from = append(seconds);
        double gain = Decibels.toGain(dbfs);
        double step = 2 * Math.PI * hz / rate;
        // A rotating pointer, set straight every 1024 frames: much faster than a sine per sample.
        for (int start = from; start < length; start += 1024) {
            double re = gain * Math.cos(step * (start - from));
            double im = gain * Math.sin(step * (start - from));
            double cos = Math.cos(step);
            double sin = Math.sin(step);
            for (int i = start; i < Math.min(length, start + 1024); i++) {
                samples[i] = (float) im;
                double turned = re * sin + im * cos;
                re = re * cos - im * sin;
                im = turned;
            }
        }
        return this;
    }

    private int append(double seconds) {
        int from = length;
        length += (int) Math.round(seconds * rate);
        if (length > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(length, 2 * samples.length));
        }
        return from;
    }

    float[] plane() {
        return Arrays.copyOf(samples, length);
    }

    float[] plane(double gain) {
        float[] plane = plane();
        for (int i = 0; i < plane.length; i++) {
            plane[i] *= (float) gain;
        }
        return plane;
    }

    /** The same samples on both channels. */
    AudioBlock stereo() {
        float[] plane = plane();
        return AudioBlock.of(plane, plane);
    }

    /**
     * Cases 15 to 19: one second of a tone of {@code rate / divisor} Hz with fades of 10 ms.
     *
     * @param peak linear
     */
    static float[] truePeakTone(int rate, int divisor, double degrees, double peak) {
        float[] plane = new float[rate];
        double fade = rate / 100.0;
        for (int i = 0; i < rate; i++) {
            double envelope = Math.min(1, Math.min(i, rate - i) / fade);
            double phase = 2 * Math.PI * i / divisor + Math.toRadians(degrees);
            plane[i] = (float) (peak * envelope * Math.sin(phase));
        }
        return plane;
    }

    /**
     * Cases 20 to 23: at four times the rate a tone of rate/6 at 0.5 with one period of rate/4 at
     * 1.0 in the middle, low-pass filtered, of which every fourth sample is taken. The same number
     * of samples at every rate.
     */
    static float[] truePeakBurst(int offset) {
        int before = 24 * 100;
        double[] fine = new double[2 * before + 16];
        for (int i = 0; i < fine.length; i++) {
            int j = i - before;
            fine[i] =
                    j >= 0 && j < 16
                            ? Math.sin(2 * Math.PI * j / 16)
                            : 0.5 * Math.sin(2 * Math.PI * (j < 0 ? i : j - 16) / 24);
        }
        double[] taps = lowPass(511, 0.49 / 4, 12);
        float[] plane = new float[fine.length / 4];
        for (int i = 0; i < plane.length; i++) {
            double sum = 0;
            for (int k = 0; k < taps.length; k++) {
                int at = 4 * i + offset + k - taps.length / 2;
                sum += at >= 0 && at < fine.length ? taps[k] * fine[at] : 0;
            }
            plane[i] = (float) sum;
        }
        return plane;
    }

    /** A Kaiser-windowed sinc of gain 1 at DC; the cutoff is a fraction of the sample rate. */
    static double[] lowPass(int length, double cutoff, double beta) {
        double[] taps = new double[length];
        double sum = 0;
        double centre = (length - 1) / 2.0;
        for (int i = 0; i < length; i++) {
            double t = i - centre;
            double x = 2 * Math.PI * cutoff * t;
            double sinc = x == 0 ? 1 : Math.sin(x) / x;
            double edge = t / centre;
            taps[i] = sinc * bessel(beta * Math.sqrt(Math.max(0, 1 - edge * edge)));
            sum += taps[i];
        }
        for (int i = 0; i < length; i++) {
            taps[i] /= sum;
        }
        return taps;
    }

    private static double bessel(double x) {
        double sum = 0;
        double term = 1;
        for (int k = 1; k < 200; k++) {
            sum += term;
            term *= x * x / (4.0 * k * k);
        }
        return sum;
    }
}
