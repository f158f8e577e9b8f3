package auralis.library.separate.neural;

import java.util.Random;

/** Noise as loud in each octave, like music: mean 0, deviation 1, always the same. */
final class PinkNoise {
    /** Octaves below half the rate. */
    private static final int ROWS = 14;

    private PinkNoise() {}

    /** Left and right, unrelated. */
    static float[][] stereo(int samples) {
        return new float[][] {of(samples, 1), of(samples, 2)};
    }

    /**
     * R. Voss's sum of random values, of which every second one is drawn anew at each step, every
     * fourth at each second step, and so on (M. Gardner, "White and brown music", 1978; J.
     * McCartney's order).
     */
    private static float[] of(int samples, long seed) {
        Random random = new Random(seed);
        double[] rows = new double[ROWS];
        double sum = 0;
        float[] noise = new float[samples];
        for (int i = 0; i < samples; i++) {
            int row = Math.min(ROWS - 1, Integer.numberOfTrailingZeros(i + 1));
            sum -= rows[row];
            rows[row] = random.nextGaussian();
            sum += rows[row];
            noise[i] = (float) (sum + random.nextGaussian());
        }
        normalise(noise);
        return noise;
    }

    private static void normalise(float[] noise) {
        double mean = 0;
        for (float value : noise) {
            mean += value / noise.length;
        }
        double power = 0;
        for (float value : noise) {
            power += (value - mean) * (value - mean) / noise.length;
        }
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) ((noise[i] - mean) / Math.sqrt(power));
        }
    }
}
