package auralis.dsp.dynamics;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import java.util.Arrays;

/**
 * Rounds the flat tops of a clipped recording: three or more equal samples within 0.1 dB of its
 * peak are lifted to the cubic that goes through the samples on both sides with the slopes found
 * there (Hermite's). What it adds is bounded softly, so the result may need up to that much more
 * room. Longer plateaus than {@value #LONGEST} frames were no wave and stay, like everything else.
 *
 * <p>A cubic, because tops of a few frames leave nothing more to be known: for a clipped sine it
 * finds the crest to a few percent, and noise on its neighbours can't make it swing.
 */
public final class Declipper implements AudioProcessor {
    public static final double MAX_LIFT_DB = 3;

    static final int LEAST = 3;
    static final double NEAR_PEAK_DB = 0.1;

    private static final int LONGEST = 64;

    /** Frames outside a plateau that the cubic needs on each side. */
    private static final int CONTEXT = 2;

    private static final int LATENCY = LONGEST + 2 * CONTEXT;
    private static final int CHUNK = 2048;

    private final double liftDb;
    private final float least;
    private final double room;

    /** Per channel the frames of the past, then the chunk. */
    private float[][] lines = {};

    /** Per channel the number of equal high samples that end {@link #CONTEXT} frames ago. */
    private int[] runs = {};

    /**
     * @param peakDb the level at which the recording was clipped, dBFS
     * @param liftDb the most that a sample is raised, 0..3 dB; 0 passes everything bit-exactly
     */
    public Declipper(double peakDb, double liftDb) {
        Range.check("peak dB", peakDb, -80, 100);
        Range.check("lift dB", liftDb, 0, MAX_LIFT_DB);
        this.liftDb = liftDb;
        this.least = (float) Decibels.toGain(peakDb - NEAR_PEAK_DB);
        this.room = Decibels.toGain(liftDb) - 1;
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        lines = new float[format.channels()][LATENCY + CHUNK];
        runs = new int[format.channels()];
        reset();
    }

    @Override
    public void process(AudioBlock block) {
        if (liftDb == 0) {
            return;
        }
        for (int from = block.from(); from < block.to(); ) {
            int frames = Math.min(CHUNK, block.to() - from);
            for (int c = 0; c < lines.length; c++) {
                System.arraycopy(block.plane(c), from, lines[c], LATENCY, frames);
                runs[c] = repair(lines[c], frames, runs[c]);
                System.arraycopy(lines[c], 0, block.plane(c), from, frames);
                System.arraycopy(lines[c], frames, lines[c], 0, LATENCY);
            }
            from += frames;
        }
    }

    /** Watches for the ends of plateaus; {@code run} is the length of the open one. */
    private int repair(float[] line, int frames, int run) {
        int open = run;
        for (int at = LATENCY - CONTEXT; at < LATENCY - CONTEXT + frames; at++) {
            if (open > 0 && line[at] == line[at - 1]) {
                open++;
            } else {
                if (open >= LEAST && open <= LONGEST) {
                    lift(line, at - open, at);
                }
                open = Math.abs(line[at]) >= least ? 1 : 0;
            }
        }
        // Longer than this is all the same, and must not overflow.
        return Math.min(open, 2 * LONGEST);
    }

    /** Raises {@code from <= i < to}, where all is equal, in the direction that they have. */
    private void lift(float[] line, int from, int to) {
        double sign = Math.signum(line[from]);
        double level = Math.abs(line[from]);
        double left = sign * line[from - 1];
        double right = sign * line[to];
        double length = to - from + 1;
        double rise = Math.max(0, left - sign * line[from - 2]) * length;
        double fall = Math.min(0, sign * line[to + 1] - right) * length;
        for (int i = from; i < to; i++) {
            double t = (i - from + 1) / length;
            double u = 1 - t;
            double cubic =
                    u * u * (1 + 2 * t) * left
                            + t * t * (1 + 2 * u) * right
                            + t * u * (u * rise - t * fall);
            double over = Math.max(0, cubic / level - 1);
            line[i] = (float) (sign * level * (1 + room * Math.tanh(over / room)));
        }
    }

    @Override
    public void reset() {
        for (float[] line : lines) {
            Arrays.fill(line, 0f);
        }
        Arrays.fill(runs, 0);
    }

    @Override
    public int latency() {
        return liftDb == 0 ? 0 : LATENCY;
    }
}
