package auralis.dsp.dynamics;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import java.util.Arrays;

/**
 * Gives back the difference between attacks and what sustains behind them, which heavy compression
 * took away.
 *
 * <p>Two envelopes follow the level of the loudest channel, a fast one (1 ms up, 30 ms down) and a
 * slow one (20 ms up, 200 ms down). Where the fast one leads, an attack is under way and is raised;
 * where it falls below, the sound decays and is lowered:
 *
 * <pre>gain dB = strength · 6 · tanh((fast − slow) / 6)</pre>
 *
 * <p>so a steady sound passes unchanged, and no band is split off, whose phase would change limited
 * material for no gain in dynamics. The envelopes move once in {@value #HOP} frames; the gain ramps
 * between, one step ahead of the sound.
 */
public final class TransientExpander implements AudioProcessor {
    private static final int HOP = 32;
    private static final double RANGE_DB = 6;
    private static final double KNEE_DB = 6;

    /** Below this both envelopes count as silent. */
    private static final double FLOOR_DB = -70;

    private final double strength;

    private float[][] delayed;
    private double fastUp;
    private double fastDown;
    private double slowUp;
    private double slowDown;

    private int at;
    private float hopPeak;
    private double fastDb;
    private double slowDb;
    private double gain;
    private double gainStep;

    /**
     * @param strength 0..1; 0 passes everything bit-exactly
     */
    public TransientExpander(double strength) {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength " + strength);
        }
        this.strength = strength;
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        delayed = new float[format.channels()][latency()];
        double hopsPerSecond = (double) format.sampleRate() / HOP;
        fastUp = approach(0.001, hopsPerSecond);
        fastDown = approach(0.030, hopsPerSecond);
        slowUp = approach(0.020, hopsPerSecond);
        slowDown = approach(0.200, hopsPerSecond);
        reset();
    }

    /** The part of the way to a new level that a time constant goes in one hop. */
    private static double approach(double seconds, double hopsPerSecond) {
        return 1 - Math.exp(-1 / (seconds * hopsPerSecond));
    }

    @Override
    public int latency() {
        return strength == 0 ? 0 : 2 * HOP;
    }

    @Override
    public void reset() {
        for (float[] plane : delayed) {
            Arrays.fill(plane, 0f);
        }
        at = 0;
        hopPeak = 0;
        fastDb = FLOOR_DB;
        slowDb = FLOOR_DB;
        gain = 1;
        gainStep = 0;
    }

    @Override
    public void process(AudioBlock block) {
        if (strength == 0) {
            return;
        }
        for (int from = block.from(); from < block.to(); ) {
            int frames = Math.min(block.to() - from, HOP - at % HOP);
            shape(block, from, from + frames);
            from += frames;
            if (at % HOP == 0) {
                nextGain();
            }
        }
    }

    /** Exchanges frames for those of two hops ago, at the gain that ramps over this hop. */
    private void shape(AudioBlock block, int from, int to) {
        double start = gain;
        for (int c = 0; c < delayed.length; c++) {
            float[] plane = block.plane(c);
            float[] line = delayed[c];
            double g = start;
            int slot = at;
            for (int i = from; i < to; i++) {
                float in = plane[i];
                hopPeak = Math.max(hopPeak, Math.abs(in));
                plane[i] = (float) (line[slot] * g);
                line[slot] = in;
                g += gainStep;
                slot++;
            }
            gain = g;
        }
        at = (at + to - from) % (2 * HOP);
    }

    private void nextGain() {
        double levelDb = Math.max(FLOOR_DB, Decibels.ofGain(hopPeak));
        hopPeak = 0;
        fastDb += (levelDb - fastDb) * (levelDb > fastDb ? fastUp : fastDown);
        slowDb += (levelDb - slowDb) * (levelDb > slowDb ? slowUp : slowDown);
        double gainDb = strength * RANGE_DB * Math.tanh((fastDb - slowDb) / KNEE_DB);
        gainStep = (Decibels.toGain(gainDb) - gain) / HOP;
    }
}
