package auralis.dsp.dynamics;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import java.util.Arrays;

/**
 * Rounds off peaks before a limiter, by a few tenths where they touch the level and by no more than
 * the depth where they go far beyond, so that the limiter has less to do.
 *
 * <p>With t from 0 (2 dB below the level) to 1 (4 dB above it) and s = t³ (10 - 15 t + 6 t²), which
 * is smooth to its second derivative, y = x (1 - (1 - g) s), where g is the gain of the depth. A
 * bent wave has harmonics beyond half the sample rate: what is taken off is computed on a grid of
 * four points per frame and brought back through a low-pass. Only that difference is filtered, so
 * every frame away from such peaks leaves as it came, bit for bit, {@link #latency()} frames later.
 */
public final class SoftClipper implements AudioProcessor {
    public static final double MAX_DEPTH_DB = 1.5;

    private static final double BELOW_DB = 2;
    private static final double ABOVE_DB = 4;

    private static final int POINTS = 4;

    /** Half the length of the filters, in frames. */
    private static final int HALF = 8;

    private static final int LATENCY = 2 * HALF;

    /** Frames worked on together. */
    private static final int PIECE = 1024;

    private static final double BETA = 7;

    /** Under half the rate by what the filter needs to fall. */
    private static final double LOWER_CUTOFF = 0.8;

    private static final float[][] RAISE = raise();
    private static final float[][] LOWER = lower();

    /** No point between samples is higher than the highest sample by more than this. */
    private static final double HIGHEST_BETWEEN = highestBetween();

    private final double depthDb;
    private final double start;
    private final double span;
    private final double taken;
    private final float listenFrom;

    /** Per channel the frames of the past, then the piece. */
    private float[][] lines = {};

    /** Per channel and point what is taken off, in the past and in the piece. */
    private float[][][] excesses = {};

    /** Per channel for how many frames nothing was taken off. */
    private int[] calm = {};

    private final float[] sums = new float[PIECE];

    /**
     * @param levelDb the level that peaks should not pass by much, dBFS
     * @param depthDb the most that is taken off, 0..1.5 dB; 0 passes everything bit-exactly
     */
    public SoftClipper(double levelDb, double depthDb) {
        Range.check("level dB", levelDb, -80, 24);
        Range.check("depth dB", depthDb, 0, MAX_DEPTH_DB);
        this.depthDb = depthDb;
        this.start = Decibels.toGain(levelDb - BELOW_DB);
        this.span = Decibels.toGain(levelDb + ABOVE_DB) - start;
        this.taken = 1 - Decibels.toGain(-depthDb);
        this.listenFrom = (float) (start / HIGHEST_BETWEEN);
    }

    /**
     * A low-pass around 0 on the grid of four points per frame.
     *
     * @param cutoff in parts of half the sample rate
     */
    private static double tap(int t, double cutoff) {
        double x = t / (double) (POINTS * HALF);
        double angle = Math.PI * cutoff * t / POINTS;
        double sinc = t == 0 ? 1 : Math.sin(angle) / angle;
        return sinc * bessel(BETA * Math.sqrt(Math.max(0, 1 - x * x))) / bessel(BETA);
    }

    /** The modified Bessel function of the first kind and order 0, by its series. */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }

    /** For each point behind a frame, the weights of the frames from 7 before it to 8 behind it. */
    private static float[][] raise() {
        float[][] phases = new float[POINTS][2 * HALF];
        for (int p = 0; p < POINTS; p++) {
            double sum = 0;
            for (int q = 0; q < 2 * HALF; q++) {
                sum += tap(p - POINTS * (q - HALF + 1), 1);
            }
            for (int q = 0; q < 2 * HALF; q++) {
                phases[p][q] = (float) (tap(p - POINTS * (q - HALF + 1), 1) / sum);
            }
        }
        return phases;
    }

    /** For each point behind a frame, the weights of the frames from 8 before to 7 behind. */
    private static float[][] lower() {
        float[][] phases = new float[POINTS][2 * HALF];
        double sum = 0;
        for (int t = 1 - POINTS * HALF; t < POINTS * HALF; t++) {
            sum += tap(t, LOWER_CUTOFF);
        }
        for (int p = 0; p < POINTS; p++) {
            for (int q = 0; q < 2 * HALF; q++) {
                phases[p][q] = (float) (tap(POINTS * (q - HALF) + p, LOWER_CUTOFF) / sum);
            }
        }
        return phases;
    }

    private static double highestBetween() {
        double highest = 0;
        for (float[] phase : RAISE) {
            double sum = 0;
            for (float weight : phase) {
                sum += Math.abs(weight);
            }
            highest = Math.max(highest, 1.001 * sum);
        }
        return highest;
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        lines = new float[format.channels()][LATENCY + PIECE];
        excesses = new float[format.channels()][POINTS][LATENCY + PIECE];
        calm = new int[format.channels()];
        reset();
    }

    @Override
    public void process(AudioBlock block) {
        if (depthDb == 0) {
            return;
        }
        for (int from = block.from(); from < block.to(); ) {
            int frames = Math.min(PIECE, block.to() - from);
            for (int c = 0; c < lines.length; c++) {
                clip(block.plane(c), from, frames, c);
            }
            from += frames;
        }
    }

    private void clip(float[] plane, int from, int frames, int channel) {
        float[] line = lines[channel];
        float[][] excess = excesses[channel];
        System.arraycopy(plane, from, line, LATENCY, frames);
        boolean bent = peak(line, LATENCY + frames) > listenFrom && bend(line, excess, frames);
        if (bent || calm[channel] < LATENCY) {
            lower(excess, frames);
            for (int i = 0; i < frames; i++) {
                plane[from + i] = line[i] - sums[i];
            }
            shift(excess, frames);
        } else {
            System.arraycopy(line, 0, plane, from, frames);
        }
        calm[channel] = bent ? 0 : Math.min(LATENCY, calm[channel] + frames);
        System.arraycopy(line, frames, line, 0, LATENCY);
    }

    private static float peak(float[] samples, int to) {
        float peak = 0;
        for (int i = 0; i < to; i++) {
            peak = Math.max(peak, Math.abs(samples[i]));
        }
        return peak;
    }

    /** Fills in what is taken off behind each frame of {@link #HALF} ago; whether there is any. */
    private boolean bend(float[] line, float[][] excess, int frames) {
        boolean any = false;
        for (int p = 0; p < POINTS; p++) {
            Arrays.fill(sums, 0, frames, 0f);
            addFiltered(line, 1, RAISE[p], sums, frames);
            for (int i = 0; i < frames; i++) {
                float height = Math.abs(sums[i]);
                if (height > start) {
                    excess[p][LATENCY + i] = (float) (sums[i] * share(height));
                    any = true;
                }
            }
        }
        return any;
    }

    /** The part of a point that is taken off. */
    private double share(double height) {
        double t = Math.min(1, (height - start) / span);
        return taken * t * t * t * (10 - t * (15 - 6 * t));
    }

    /** Brings what is taken off back to one point per frame, {@link #HALF} frames later still. */
    private void lower(float[][] excess, int frames) {
        Arrays.fill(sums, 0, frames, 0f);
        for (int p = 0; p < POINTS; p++) {
            addFiltered(excess[p], 0, LOWER[p], sums, frames);
        }
    }

    private static void addFiltered(float[] in, int from, float[] taps, float[] out, int frames) {
        for (int q = 0; q < taps.length; q += 4) {
            float a = taps[q];
            float b = taps[q + 1];
            float c = taps[q + 2];
            float d = taps[q + 3];
            int at = from + q;
            for (int i = 0; i < frames; i++) {
                out[i] +=
                        a * in[at + i]
                                + b * in[at + i + 1]
                                + c * in[at + i + 2]
                                + d * in[at + i + 3];
            }
        }
    }

    private static void shift(float[][] excess, int frames) {
        for (float[] points : excess) {
            System.arraycopy(points, frames, points, 0, LATENCY);
            Arrays.fill(points, LATENCY, points.length, 0f);
        }
    }

    @Override
    public void reset() {
        for (int c = 0; c < lines.length; c++) {
            Arrays.fill(lines[c], 0f);
            for (float[] points : excesses[c]) {
                Arrays.fill(points, 0f);
            }
        }
        Arrays.fill(calm, LATENCY);
    }

    @Override
    public int latency() {
        return depthDb == 0 ? 0 : LATENCY;
    }
}
