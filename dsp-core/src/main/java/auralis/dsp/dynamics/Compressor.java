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
    private final GainComputer computer;
    private double makeup;
    private double makeupGain;
    private double[] gains = new double[0];
    private double blockMaximum;

    public Compressor(CompressorSettings settings) {
        computer = new GainComputer(settings);
        change(settings);
    }

    /**
     * Takes other settings, also inside a stream: the reduction goes on from where it is. A step of
     * make-up or of a settled curve is a step of the gain, so large ones are to be made in small
     * steps.
     */
    public void change(CompressorSettings wanted) {
        computer.change(wanted);
        makeup = wanted.makeupDb() / GainComputer.DB_PER_OCTAVE;
        makeupGain = Decibels.toGain(wanted.makeupDb());
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        computer.stepsPerSecond(format.sampleRate());
        gains = new double[maxFrames];
        reset();
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
            double reduction = computer.next(gains[i]);
            blockMaximum = Math.max(blockMaximum, reduction);
            gains[i] = reduction == 0 ? makeupGain : BinaryLog.power(makeup - reduction);
        }
    }

    private void apply(float[] plane, int from, int frames) {
        for (int i = 0; i < frames; i++) {
            plane[from + i] = (float) (plane[from + i] * gains[i]);
        }
    }

    @Override
    public void reset() {
        computer.reset();
        blockMaximum = 0;
    }

    /** The largest reduction inside the last block, in dB >= 0, without make-up: for meters. */
    public double reductionDb() {
        return blockMaximum * GainComputer.DB_PER_OCTAVE;
    }
}
