package auralis.dsp.resample;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import java.util.Arrays;

/**
 * Rounds samples to the steps of 16 or 24 bit integers; they stay floats, which hold each step
 * exactly. Too large ones saturate at -1 and 1 - 2^-(bits-1).
 *
 * <p>The random numbers of the dither are a hash of frame number, channel and seed. So a stream
 * that starts at frame n has the dither of a stream that was read up to there (with {@link
 * Dither#SHAPED} only the random part, as its feedback starts from nothing).
 */
public final class Quantizer implements AudioProcessor {
    /** The increment and the multipliers of SplitMix64 (variant 13 of D. Stafford's mixers). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final long FIRST_MULTIPLIER = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_MULTIPLIER = 0x94D049BB133111EBL;

    private static final double PER_WORD = 0x1p-32;
    private static final long LOW_WORD = 0xFFFF_FFFFL;

    /**
     * Feedback of past errors, the newest first: the 5-tap filter for 44.1 kHz of S. Lipshitz, J.
     * Vanderkooy, R. Wannamaker, "Minimally audible noise shaping", JAES 39 (1991) 836.
     */
    private static final double[] FEEDBACK = {2.033, -2.165, 1.959, -1.590, 0.6149};

    /** Half a step of rounding and one of dither, and a little. */
    private static final double LARGEST_ERROR = 1.6;

    private final Dither dither;
    private final long seed;
    private final double scale;
    private final double largest;
    private final double step;

    private boolean shaped;
    private long[] keys = new long[0];
    // Per channel the last errors in steps, the newest first.
    private double[][] errors = new double[0][];
    private long frame;
    private long clamped;

    /**
     * With the dither that everything uses, so that what is heard and what is written are the same
     * bits.
     */
    public Quantizer(int bits, Dither dither) {
        this(bits, dither, 0);
    }

    /**
     * @param bits 16 or 24
     * @param seed chooses one of the possible sequences of random numbers
     */
    public Quantizer(int bits, Dither dither, long seed) {
        if (bits != 16 && bits != 24) {
            throw new IllegalArgumentException("16 or 24 bits, not " + bits);
        }
        this.dither = dither;
        this.seed = seed;
        this.scale = 1L << (bits - 1);
        this.largest = scale - 1;
        this.step = 1 / scale;
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        int rate = format.sampleRate();
        shaped = dither == Dither.SHAPED && (rate == 44_100 || rate == 48_000);
        keys = new long[format.channels()];
        for (int c = 0; c < keys.length; c++) {
            keys[c] = mix(mix(seed) + c);
        }
        errors = new double[format.channels()][FEEDBACK.length];
        reset();
    }

    @Override
    public void process(AudioBlock block) {
        for (int c = 0; c < block.channels(); c++) {
            float[] plane = block.plane(c);
            if (shaped) {
                roundShaped(plane, block.from(), block.to(), keys[c], errors[c]);
            } else if (dither == Dither.NONE) {
                round(plane, block.from(), block.to());
            } else {
                roundDithered(plane, block.from(), block.to(), keys[c]);
            }
        }
        frame += block.frames();
    }

    private void round(float[] plane, int from, int to) {
        for (int i = from; i < to; i++) {
            plane[i] = sample(Math.rint(plane[i] * scale));
        }
    }

    private void roundDithered(float[] plane, int from, int to, long key) {
        for (int i = from; i < to; i++) {
            plane[i] = sample(Math.rint(plane[i] * scale + noise(key, frame + i - from)));
        }
    }

    private void roundShaped(float[] plane, int from, int to, long key, double[] error) {
        double e1 = error[0];
        double e2 = error[1];
        double e3 = error[2];
        double e4 = error[3];
        double e5 = error[4];
        for (int i = from; i < to; i++) {
            double wanted =
                    plane[i] * scale
                            - FEEDBACK[0] * e1
                            - FEEDBACK[1] * e2
                            - FEEDBACK[2] * e3
                            - FEEDBACK[3] * e4
                            - FEEDBACK[4] * e5;
            double rounded = Math.rint(wanted + noise(key, frame + i - from));
            e5 = e4;
            e4 = e3;
            e3 = e2;
            e2 = e1;
            e1 = feedback(rounded - wanted);
            plane[i] = sample(rounded);
        }
        error[0] = e1;
        error[1] = e2;
        error[2] = e3;
        error[3] = e4;
        error[4] = e5;
    }

    /**
     * The error of rounding alone; saturation would keep the loop in overload, and what is not a
     * number would stay in it for ever.
     */
    private static double feedback(double error) {
        return Math.abs(error) <= LARGEST_ERROR ? error : 0;
    }

    private float sample(double steps) {
        if (steps > largest) {
            clamped++;
            return (float) (largest * step);
        }
        if (steps < -scale) {
            clamped++;
            return -1;
        }
        return (float) (steps * step);
    }

    /** The difference of two uniform numbers, in steps. */
    private static double noise(long key, long frame) {
        long bits = mix(key + frame * GOLDEN);
        return ((bits >>> 32) - (bits & LOW_WORD)) * PER_WORD;
    }

    private static long mix(long state) {
        long z = (state ^ (state >>> 30)) * FIRST_MULTIPLIER;
        z = (z ^ (z >>> 27)) * SECOND_MULTIPLIER;
        return z ^ (z >>> 31);
    }

    /** Says which frame of the whole stream comes next. */
    public void position(long frame) {
        this.frame = frame;
        for (double[] error : errors) {
            Arrays.fill(error, 0);
        }
    }

    /** How many samples were saturated since {@link #reset}. */
    public long clamped() {
        return clamped;
    }

    @Override
    public void reset() {
        position(0);
        clamped = 0;
    }
}
