package auralis.dsp.separate;

import auralis.dsp.Progress;
import java.util.Arrays;

/**
 * How much of every point of a spectrogram does not come again. The background of a song repeats
 * itself, a voice does so less: the median over the frames that are most like a frame is its
 * background (Z. Rafii, B. Pardo, "Music/voice separation using the similarity matrix", ISMIR 2012,
 * known as REPET-SIM). Frames are compared by the shape of 48 bands.
 */
final class Repetition {
    private static final int BANDS = 48;
    private static final double LOWEST_HZ = 40;
    private static final int MOST_ALIKE = 30;
    private static final double APART_SECONDS = 0.464;
    private static final float COMPRESSION = 50;

    private Repetition() {}

    /**
     * @param magnitude by frame and bin
     * @return 0 (comes again) to 1 (is there once), by frame and bin
     */
    static float[][] mask(Grid grid, float[][] magnitude, long units, Progress progress)
            throws InterruptedException {
        int frames = magnitude.length;
        float[][] shapes = shapes(grid, magnitude, progress);
        float[][] byBand = transposed(shapes);
        int apart = (int) Math.round(APART_SECONDS * grid.sampleRate() / grid.hop());
        float[][] mask = new float[frames][];
        Parallel.loop(
                frames,
                units,
                progress,
                t -> mask[t] = foreground(magnitude, t, alike(shapes[t], byBand, t, apart)));
        return mask;
    }

    /** Of every frame a vector of length 1, so that products are cosines. */
    private static float[][] shapes(Grid grid, float[][] magnitude, Progress progress)
            throws InterruptedException {
        float scale = (float) (COMPRESSION / Math.max(mean(magnitude), 1e-30));
        int[] edges = edges(grid);
        float[][] shapes = new float[magnitude.length][BANDS];
        Parallel.loop(
                shapes.length, 0, progress, t -> bands(magnitude[t], edges, scale, shapes[t]));
        removeMeans(shapes);
        for (float[] shape : shapes) {
            normalise(shape);
        }
        return shapes;
    }

    private static double mean(float[][] magnitude) {
        double sum = 0;
        for (float[] frame : magnitude) {
            for (float value : frame) {
                sum += value;
            }
        }
        return sum / ((double) magnitude.length * magnitude[0].length);
    }

    /** Equally wide in octaves, and at least a bin. */
    private static int[] edges(Grid grid) {
        int[] edges = new int[BANDS + 1];
        double octaves = Math.log(grid.sampleRate() / 2.0 / LOWEST_HZ);
        for (int band = 0; band <= BANDS; band++) {
            double hertz = LOWEST_HZ * Math.exp(octaves * band / BANDS);
            int bin = (int) Math.round(hertz * grid.size() / grid.sampleRate());
            int least = band == 0 ? 0 : edges[band - 1] + 1;
            edges[band] = Math.min(Math.max(bin, least), grid.bins());
        }
        return edges;
    }

    private static void bands(float[] magnitude, int[] edges, float scale, float[] bands) {
        for (int band = 0; band < BANDS; band++) {
            float sum = 0;
            for (int bin = edges[band]; bin < edges[band + 1]; bin++) {
                sum += (float) Math.log1p(scale * magnitude[bin]);
            }
            bands[band] = sum / Math.max(1, edges[band + 1] - edges[band]);
        }
    }

    private static void removeMeans(float[][] shapes) {
        for (int band = 0; band < BANDS; band++) {
            double sum = 0;
            for (float[] shape : shapes) {
                sum += shape[band];
            }
            float mean = (float) (sum / shapes.length);
            for (float[] shape : shapes) {
                shape[band] -= mean;
            }
        }
    }

    private static void normalise(float[] shape) {
        double square = 0;
        for (float value : shape) {
            square += value * value;
        }
        float scale = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
        for (int band = 0; band < BANDS; band++) {
            shape[band] *= scale;
        }
    }

    private static float[][] transposed(float[][] shapes) {
        float[][] byBand = new float[BANDS][shapes.length];
        for (int t = 0; t < shapes.length; t++) {
            for (int band = 0; band < BANDS; band++) {
                byBand[band][t] = shapes[t][band];
            }
        }
        return byBand;
    }

    /** The frames most like one, itself among them, no two of them close to each other. */
    private static int[] alike(float[] shape, float[][] byBand, int t, int apart) {
        float[] likeness = new float[byBand[0].length];
        for (int band = 0; band < BANDS; band++) {
            addProducts(shape[band], byBand[band], likeness);
        }
        int[] alike = new int[MOST_ALIKE];
        int count = 0;
        for (int best = t; best >= 0 && count < MOST_ALIKE; best = indexOfGreatest(likeness)) {
            alike[count++] = best;
            int from = Math.max(0, best - apart + 1);
            int to = Math.min(likeness.length, best + apart);
            Arrays.fill(likeness, from, to, Float.NEGATIVE_INFINITY);
        }
        return Arrays.copyOf(alike, count);
    }

    private static void addProducts(float factor, float[] values, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * values[i];
        }
    }

    /** -1 when none is left. */
    private static int indexOfGreatest(float[] values) {
        int best = -1;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (values[i] > greatest) {
                greatest = values[i];
                best = i;
            }
        }
        return best;
    }

    private static float[] foreground(float[][] magnitude, int t, int[] alike) {
        float[] foreground = new float[magnitude[t].length];
        MedianNetwork.of(alike.length).ofRows(magnitude, alike, foreground);
        for (int bin = 0; bin < foreground.length; bin++) {
            float here = magnitude[t][bin];
            float background = foreground[bin];
            foreground[bin] = here > background ? (here - background) / here : 0;
        }
        return foreground;
    }
}
