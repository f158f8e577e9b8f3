package auralis.dsp.dynamics;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;

/**
 * A feed-forward compressor with one gain for all channels, no latency.
 *
 * <p>Level, curve and ballistics work on logarithms, so that attack and release do not depend on
 * how far the level is over the threshold. The ballistics are the decoupled smooth peak detector: a
 * release that starts from the highest reduction, then an attack over that (D. Giannoulis, M.
 * Massberg, J. Reiss, "Digital dynamic range compressor design", JAES 60 (2012) 399). As in that
 * paper the attack also adds to the release.
 *
 * <p>With ratio 1 and no make-up the stream passes bit for bit.
 */
public final class Compressor implements AudioProcessor {
    /** 20 log10 2: all inner levels are in octaves, of 6.02 dB each. */
    private static final double DB_PER_OCTAVE = Decibels.ofGain(2);

    /** A reduction that no longer changes a float sample; the recursions end here. */
    private static final double NOTHING = 1e-9;

    private CompressorSettings settings;
    private double threshold;
    private double halfKnee;
    private double slope;
    private double kneeGain;
    private double makeup;
    private double makeupGain;

    private int sampleRate;
    private double attack;
    private double release;
    private double[] gains = new double[0];
    private double held;
    private double reduction;
    private double blockMaximum;

    public Compressor(CompressorSettings settings) {
        change(settings);
    }

    /**
     * Takes other settings, also inside a stream: the reduction goes on from where it is. A step of
     * make-up or of a settled curve is a step of the gain, so large ones are to be made in small
     * steps.
     */
    public void change(CompressorSettings wanted) {
        settings = wanted;
        threshold = wanted.thresholdDb() / DB_PER_OCTAVE;
        halfKnee = wanted.kneeDb() / 2 / DB_PER_OCTAVE;
        slope = 1 - 1 / wanted.ratio();
        kneeGain = Decibels.toGain(wanted.thresholdDb() - wanted.kneeDb() / 2);
        makeup = wanted.makeupDb() / DB_PER_OCTAVE;
        makeupGain = Decibels.toGain(wanted.makeupDb());
        if (sampleRate > 0) {
            setBallistics();
        }
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        sampleRate = format.sampleRate();
        setBallistics();
        gains = new double[maxFrames];
        reset();
    }

    private void setBallistics() {
        attack = decayPerFrame(settings.attackMs(), sampleRate);
        release = decayPerFrame(settings.releaseMs(), sampleRate);
    }

    private static double decayPerFrame(double ms, int sampleRate) {
        return ms == 0 ? 0 : Math.exp(-1000 / (ms * sampleRate));
    }

    @Override
    public void process(AudioBlock block) {
        int frames = block.frames();
        measurePeaks(block, frames);
        computeGains(frames);
        for (int c = 0; c < block.channels(); c++) {
            apply(block.plane(c), block.from(), frames);
        }
    }

    /** The highest absolute sample of each frame. */
    private void measurePeaks(AudioBlock block, int frames) {
        float[] first = block.plane(0);
        int from = block.from();
        for (int i = 0; i < frames; i++) {
            gains[i] = Math.abs(first[from + i]);
        }
        for (int c = 1; c < block.channels(); c++) {
            float[] plane = block.plane(c);
            for (int i = 0; i < frames; i++) {
                gains[i] = Math.max(gains[i], Math.abs(plane[from + i]));
            }
        }
    }

    /** Turns peaks into gains. */
    private void computeGains(int frames) {
        blockMaximum = 0;
        for (int i = 0; i < frames; i++) {
            smooth(demand(gains[i]));
            blockMaximum = Math.max(blockMaximum, reduction);
            gains[i] = reduction == 0 ? makeupGain : BinaryLog.power(makeup - reduction);
        }
    }

    /** The static curve: how far a level is taken back, in octaves >= 0. */
    private double demand(double peak) {
        if (!(peak > kneeGain) || peak == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double over = BinaryLog.of(peak) - threshold;
        if (over >= halfKnee) {
            return slope * over;
        }
        double intoKnee = Math.max(0, over + halfKnee);
        return slope * intoKnee * intoKnee / (4 * halfKnee);
    }

    private void smooth(double demand) {
        held = Math.max(demand, release * held + (1 - release) * demand);
        reduction = attack * reduction + (1 - attack) * held;
        if (held < NOTHING && reduction < NOTHING) {
            held = 0;
            reduction = 0;
        }
    }

    private void apply(float[] plane, int from, int frames) {
        for (int i = 0; i < frames; i++) {
            plane[from + i] = (float) (plane[from + i] * gains[i]);
        }
    }

    @Override
    public void reset() {
        held = 0;
        reduction = 0;
        blockMaximum = 0;
    }

    /** The largest reduction inside the last block, in dB >= 0, without make-up: for meters. */
    public double reductionDb() {
        return blockMaximum * DB_PER_OCTAVE;
    }
}
