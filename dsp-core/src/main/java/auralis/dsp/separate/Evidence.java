package auralis.dsp.separate;

import auralis.dsp.Progress;
import java.util.Arrays;
import java.util.List;

/**
 * What every point of a block tells about the stem it belongs to, as {@link Cue}s. None of them
 * depends on the gain of the mix, nor on which of its channels is the left one.
 */
final class Evidence {
    /** Keeps odds finite. */
    private static final float LEAST_SHARE = 1e-3f;

    /** What is weaker than this, of the mean magnitude of the block, is silence. */
    private static final double SILENCE = 1e-4;

    /** Half a window, so that another strike or note may begin. */
    private static final int FRAMES_OFF = 2;

    private static final int FRAMES_AROUND = 1;
    private static final int BINS_AROUND = 2;
    private static final int PEAK_BINS_AROUND = 3;
    private static final double OCTAVES_FROM_HZ = 700;

    /** Keeps octaves finite at 0 Hz. */
    private static final double LEAST_HZ = 10;

    private static final double LOW_HZ = 180;
    private static final int LOW_ORDER = 10;
    private static final double HIGH_HZ = 6_000;
    private static final int HIGH_ORDER = 4;

    private final Grid grid;

    // ---- by frame and bin: log odds, a cosine, and the log of the magnitude
    private final float[][] strikes;
    private final float[][] isNew;
    private final float[][] centred;
    private final float[][] steady;
    private final float[][] level;

    /** How much of each frame strikes. */
    private final float[] struck;

    private final float[] meanCentred;
    private final float[] meanLevel;

    /** Cues that are the same in all frames, by cue and bin. */
    private final float[][] lasting = new float[Cue.values().length][];

    /**
     * @param magnitude by frame and bin; becomes its logarithm
     * @param strikes 0..1; becomes log odds
     * @param isNew 0..1; becomes log odds
     * @param centred log odds
     * @param steady -1..1
     */
    private Evidence(
            Grid grid,
            float[][] magnitude,
            float[][] strikes,
            float[][] isNew,
            float[][] centred,
            float[][] steady,
            boolean mono) {
        this.grid = grid;
        this.strikes = strikes;
        this.isNew = isNew;
        this.centred = centred;
        this.steady = steady;
        this.level = magnitude;
        this.struck = struck(magnitude, strikes);
        double[] means = means(magnitude);
        double mean = Arrays.stream(means).average().orElse(0);
        double silence = SILENCE * mean + Float.MIN_NORMAL;
        toLogs(silence);
        meanCentred = floats(means(centred));
        meanLevel = floats(Arrays.stream(means).map(m -> Math.log(m + silence)).toArray());
        tellOfFrequencies(Math.log(mean + silence), mono ? 1 : 0);
    }

    /**
     * @param middle what is common to the channels, by frame
     */
    static Evidence of(
            Grid grid, List<Spectra> channels, float[][] middle, long units, Progress progress)
            throws InterruptedException {
        float[][] magnitude = magnitude(grid, channels, progress);
        float[][] strikes = Percussion.mask(grid, magnitude, units / 4, progress);
        float[][] rest = rest(magnitude, strikes);
        float[][] isNew = Repetition.mask(grid, rest, units - units / 4, progress);
        boolean mono = channels.size() == 1;
        float[][] centred = new float[magnitude.length][grid.bins()];
        if (!mono) {
            Parallel.loop(
                    centred.length, 0, progress, t -> centred(channels, t, middle[t], centred[t]));
        }
        float[][] steady = Steadiness.of(grid, channels, progress);
        return new Evidence(grid, magnitude, strikes, isNew, centred, steady, mono);
    }

    private static float[][] magnitude(Grid grid, List<Spectra> channels, Progress progress)
            throws InterruptedException {
        float[][] magnitude = new float[channels.get(0).count()][grid.bins()];
        Parallel.loop(
                magnitude.length,
                0,
                progress,
                t -> {
                    for (int bin = 0; bin < grid.bins(); bin++) {
                        magnitude[t][bin] = (float) Math.sqrt(Spectra.power(channels, t, bin));
                    }
                });
        return magnitude;
    }

    private static float[][] rest(float[][] magnitude, float[][] strikes) {
        float[][] rest = new float[magnitude.length][magnitude[0].length];
        for (int t = 0; t < rest.length; t++) {
            for (int bin = 0; bin < rest[t].length; bin++) {
                rest[t][bin] = magnitude[t][bin] * (1 - strikes[t][bin]);
            }
        }
        return rest;
    }

    private static void centred(List<Spectra> channels, int t, float[] middle, float[] centred) {
        for (int bin = 0; bin < centred.length; bin++) {
            double all = Spectra.power(channels, t, bin);
            double common = channels.size() * Spectra.power(middle, bin);
            centred[bin] = logOdds(all > 0 ? (float) Math.min(1, common / all) : 0);
        }
    }

    private static float logOdds(float share) {
        return (float) Math.log((share + LEAST_SHARE) / (1 - share + LEAST_SHARE));
    }

    private static float[] struck(float[][] magnitude, float[][] strikes) {
        float[] struck = new float[magnitude.length];
        for (int t = 0; t < struck.length; t++) {
            double all = 0;
            double striking = 0;
            for (int bin = 0; bin < magnitude[t].length; bin++) {
                all += magnitude[t][bin];
                striking += magnitude[t][bin] * strikes[t][bin];
            }
            struck[t] = all > 0 ? (float) (striking / all) : 0;
        }
        return struck;
    }

    private static double[] means(float[][] values) {
        double[] means = new double[values[0].length];
        for (float[] frame : values) {
            for (int bin = 0; bin < means.length; bin++) {
                means[bin] += frame[bin] / values.length;
            }
        }
        return means;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private void toLogs(double silence) {
        for (int t = 0; t < level.length; t++) {
            for (int bin = 0; bin < level[t].length; bin++) {
                level[t][bin] = (float) Math.log(level[t][bin] + silence);
                strikes[t][bin] = logOdds(strikes[t][bin]);
                isNew[t][bin] = logOdds(isNew[t][bin]);
            }
        }
    }

    private void tellOfFrequencies(double logMean, float mono) {
        float[] octaves = new float[grid.bins()];
        float[] high = grid.lowPass(HIGH_HZ, HIGH_ORDER);
        for (int bin = 0; bin < octaves.length; bin++) {
            double ratio = (grid.hertz(bin) + LEAST_HZ) / OCTAVES_FROM_HZ;
            octaves[bin] = (float) (Math.log(ratio) / Math.log(2));
            high[bin] = 1 - high[bin];
        }
        put(lasting, Cue.ONE, row(1));
        put(lasting, Cue.MONO, row(mono));
        put(lasting, Cue.LEVEL, difference(meanLevel, row((float) logMean)));
        put(lasting, Cue.OCTAVES, octaves);
        put(lasting, Cue.OCTAVES_SQUARED, product(octaves, octaves));
        put(lasting, Cue.LOW, grid.lowPass(LOW_HZ, LOW_ORDER));
        put(lasting, Cue.LOWEST, Estimates.belowVoice(grid));
        put(lasting, Cue.HIGH, high);
    }

    int frames() {
        return level.length;
    }

    /** What the bins of a frame tell, by cue and bin; null where only a first look tells. */
    float[][] of(int t) {
        float[][] cues = lasting.clone();
        put(cues, Cue.STRIKES, strikes[t]);
        put(cues, Cue.CENTRED, centred[t]);
        put(cues, Cue.STRIKES_AROUND, around(strikes, t));
        put(cues, Cue.NEW, around(isNew, t));
        put(cues, Cue.CENTRED_AROUND, around(centred, t));
        put(cues, Cue.STEADY, around(steady, t));
        put(cues, Cue.MORE_CENTRED, difference(centred[t], meanCentred));
        put(cues, Cue.LOUDER, difference(level[t], meanLevel));
        put(cues, Cue.RISES, difference(level[t], level[mirrored(t - FRAMES_OFF)]));
        put(cues, Cue.FALLS, difference(level[t], level[mirrored(t + FRAMES_OFF)]));
        put(cues, Cue.PEAK, overNeighbours(level[t]));
        put(cues, Cue.STRUCK, row(struck[t]));
        combine(cues, Cue.STRIKES_BY_OCTAVES, Cue.STRIKES_AROUND, Cue.OCTAVES);
        combine(cues, Cue.NEW_BY_OCTAVES, Cue.NEW, Cue.OCTAVES);
        combine(cues, Cue.CENTRED_BY_OCTAVES, Cue.CENTRED_AROUND, Cue.OCTAVES);
        return cues;
    }

    /** The same with what the first look tells. */
    float[][] of(int t, FirstLook look) {
        float[][] cues = of(t);
        put(cues, Cue.VOICE_HARMONIC, look.voiceTeeth(grid, t));
        put(cues, Cue.VOICE, row(look.voice().certainty()[t]));
        put(cues, Cue.BASS_HARMONIC, look.bassTeeth(grid, t));
        put(cues, Cue.BASS, row(look.bass().certainty()[t]));
        put(cues, Cue.SUNG, row(look.sung()[t]));
        return cues;
    }

    private static void put(float[][] cues, Cue cue, float[] row) {
        cues[cue.ordinal()] = row;
    }

    private static void combine(float[][] cues, Cue product, Cue one, Cue other) {
        put(cues, product, product(cues[one.ordinal()], cues[other.ordinal()]));
    }

    private int mirrored(int t) {
        return MedianNetwork.mirrored(t, frames());
    }

    private float[] row(float value) {
        float[] row = new float[grid.bins()];
        Arrays.fill(row, value);
        return row;
    }

    private static float[] difference(float[] one, float[] other) {
        float[] difference = one.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= other[i];
        }
        return difference;
    }

    private static float[] product(float[] one, float[] other) {
        float[] product = one.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= other[i];
        }
        return product;
    }

    /** What is more in every bin than in the bins around it. */
    private static float[] overNeighbours(float[] row) {
        float[] over = row.clone();
        for (int bin = 0; bin < over.length; bin++) {
            over[bin] -= mean(row, bin, PEAK_BINS_AROUND);
        }
        return over;
    }

    private static float mean(float[] row, int bin, int around) {
        int from = Math.max(0, bin - around);
        int to = Math.min(row.length - 1, bin + around);
        float sum = 0;
        for (int n = from; n <= to; n++) {
            sum += row[n];
        }
        return sum / (to - from + 1);
    }

    /** The means over the frames and bins around those of a frame. */
    private float[] around(float[][] values, int t) {
        float[] sums = new float[grid.bins()];
        for (int n = t - FRAMES_AROUND; n <= t + FRAMES_AROUND; n++) {
            float[] frame = values[mirrored(n)];
            for (int bin = 0; bin < sums.length; bin++) {
                sums[bin] += frame[bin];
            }
        }
        float[] means = new float[sums.length];
        for (int bin = 0; bin < means.length; bin++) {
            means[bin] = mean(sums, bin, BINS_AROUND) / (2 * FRAMES_AROUND + 1);
        }
        return means;
    }
}
