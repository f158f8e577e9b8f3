package auralis.dsp;

import java.util.Random;

/** Seeded test signals, planar, full scale ±1. */
public final class TestSignals {
    private TestSignals() {}

    public static float[][] sine(StreamFormat format, int frames, double hz, double peak) {
        float[][] planes = new float[format.channels()][frames];
        double step = 2 * Math.PI * hz / format.sampleRate();
        for (float[] plane : planes) {
            for (int i = 0; i < frames; i++) {
                plane[i] = (float) (peak * Math.sin(step * i));
            }
        }
        return planes;
    }

    public static float[][] square(StreamFormat format, int frames, double hz, double peak) {
        float[][] planes = new float[format.channels()][frames];
        double step = 2 * hz / format.sampleRate();
        for (float[] plane : planes) {
            for (int i = 0; i < frames; i++) {
                plane[i] = (float) ((long) (step * i) % 2 == 0 ? peak : -peak);
            }
        }
        return planes;
    }

    public static float[][] constant(StreamFormat format, int frames, double value) {
        float[][] planes = new float[format.channels()][frames];
        for (float[] plane : planes) {
            java.util.Arrays.fill(plane, (float) value);
        }
        return planes;
    }

    /** White noise, uniform in ±peak, independent per channel. */
    public static float[][] noise(StreamFormat format, int frames, double peak, long seed) {
        Random random = new Random(seed);
        float[][] planes = new float[format.channels()][frames];
        for (float[] plane : planes) {
            for (int i = 0; i < frames; i++) {
                plane[i] = (float) (peak * (2 * random.nextDouble() - 1));
            }
        }
        return planes;
    }

    /**
     * A loud mixture with different channels: a chord that swells, a kick twice a second, noise.
     */
    public static float[][] music(StreamFormat format, int frames) {
        float[][] planes = noise(format, frames, 0.05, 11);
        double rate = format.sampleRate();
        for (int c = 0; c < planes.length; c++) {
            for (int i = 0; i < frames; i++) {
                double t = i / rate;
                double swell = 0.4 + 0.4 * Math.sin(2 * Math.PI * 1.3 * t + c);
                double chord =
                        Math.sin(2 * Math.PI * 220 * t)
                                + Math.sin(2 * Math.PI * 277.18 * t + c)
                                + Math.sin(2 * Math.PI * 329.63 * t + 2 * c);
                double beat = t % 0.5;
                double kick = Math.exp(-beat * 18) * Math.sin(2 * Math.PI * 55 * beat);
                planes[c][i] += (float) (0.35 * swell * chord + 0.8 * kick);
            }
        }
        return planes;
    }

    public static float[][] copy(float[][] planes) {
        float[][] copy = new float[planes.length][];
        for (int c = 0; c < planes.length; c++) {
            copy[c] = planes[c].clone();
        }
        return copy;
    }
}
