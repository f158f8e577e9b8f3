package auralis.dsp.fingerprint;

import auralis.dsp.AudioBlock;
import auralis.dsp.ChannelLayout;
import auralis.dsp.StreamFormat;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** Sounds as functions of time, so that they are the same at every rate, and their fingerprint. */
final class Signals {
    private Signals() {}

    static Fingerprint fingerprint(int sampleRate, float[]... planes) {
        return fingerprint(sampleRate, 4096, planes);
    }

    static Fingerprint fingerprint(int sampleRate, int blockFrames, float[]... planes) {
        StreamFormat format = new StreamFormat(sampleRate, ChannelLayout.ofCount(planes.length));
        FingerprintAnalyzer analyzer = new FingerprintAnalyzer();
        analyzer.prepare(format, blockFrames);
        AudioBlock block = AudioBlock.of(planes);
        for (int at = 0; at < block.capacity(); at += blockFrames) {
            analyzer.process(block.window(at, Math.min(block.capacity(), at + blockFrames)));
        }
        return analyzer.result();
    }

    static float[] sampled(int sampleRate, double seconds, DoubleUnaryOperator sound) {
        float[] plane = new float[(int) Math.round(seconds * sampleRate)];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (float) sound.applyAsDouble((double) i / sampleRate);
        }
        return plane;
    }

    static DoubleUnaryOperator sine(double hz, double peak) {
        return t -> peak * Math.sin(2 * Math.PI * hz * t);
    }

    static DoubleUnaryOperator sum(DoubleUnaryOperator... sounds) {
        return t -> {
            double sum = 0;
            for (DoubleUnaryOperator sound : sounds) {
                sum += sound.applyAsDouble(t);
            }
            return sum;
        };
    }

    static float[] noise(int sampleRate, double seconds, double peak, long seed) {
        Random random = new Random(seed);
        return sampled(sampleRate, seconds, t -> peak * (2 * random.nextDouble() - 1));
    }

    /** A decaying 2 kHz burst of 5 ms at each time. */
    static float[] clicks(int sampleRate, double seconds, double... times) {
        float[] plane = new float[(int) Math.round(seconds * sampleRate)];
        for (double time : times) {
            for (int i = (int) Math.ceil(time * sampleRate); i < plane.length; i++) {
                double t = (double) i / sampleRate - time;
                if (t > 0.005) {
                    break;
                }
                plane[i] += (float) (0.5 * Math.exp(-1000 * t) * Math.cos(4000 * Math.PI * t));
            }
        }
        return plane;
    }

    static double[] everySeconds(double interval, double seconds) {
        return DoubleStream.iterate(0, t -> t < seconds, t -> t + interval).toArray();
    }

    /**
     * A piece with a bass drum, a bass line, chords that change, a melody and hi-hats, all below 10
     * kHz, that swells from verse to chorus; the parts stand at different places between left and
     * right.
     */
    static float[][] piece(int sampleRate, double seconds) {
        double[] left = new double[(int) Math.round(seconds * sampleRate)];
        double[] right = new double[left.length];
        double[] roots = {110, 87.31, 130.81, 98};
        double[] hats = new Random(5).doubles(8, 5000, 10_000).toArray();
        for (int i = 0; i < left.length; i++) {
            double t = (double) i / sampleRate;
            double beat = t % 0.5;
            double root = roots[(int) (t / 2) % 4];
            double inBar = t % 2;
            double swell = 0.4 + 0.3 * Math.sin(2 * Math.PI * t / 16);
            double kick = 0.5 * Math.exp(-beat * 15) * Math.sin(2 * Math.PI * 55 * beat);
            double bass = 0.2 * Math.sin(2 * Math.PI * root / 2 * inBar);
            double note = root * (4 + (int) (t * 4) % 5);
            double melody = 0.1 * Math.exp(-3 * (t % 0.25)) * Math.sin(2 * Math.PI * note * inBar);
            double hat = 0;
            for (double hz : hats) {
                hat += 0.02 * Math.exp(-60 * (t % 0.25)) * Math.sin(2 * Math.PI * hz * t);
            }
            double low = Math.sin(2 * Math.PI * root * 2 * inBar);
            double high = Math.sin(2 * Math.PI * root * 3 * inBar);
            left[i] = kick + bass + swell * (0.15 * low + 0.05 * high) + 1.2 * melody + hat;
            right[i] = kick + bass + swell * (0.05 * low + 0.15 * high) + 0.8 * melody + hat;
        }
        return new float[][] {floats(left), floats(right)};
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    static float[] scaled(float[] plane, double gain) {
        float[] scaled = new float[plane.length];
        for (int i = 0; i < plane.length; i++) {
            scaled[i] = (float) (gain * plane[i]);
        }
        return scaled;
    }

    static float[] after(int silentFrames, float[] plane) {
        float[] later = new float[silentFrames + plane.length];
        System.arraycopy(plane, 0, later, silentFrames, plane.length);
        return later;
    }
}
