package auralis.dsp.meter;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * The K-weighted mean power of each whole 100 ms of a stream, channels added with their weights:
 * the material of integrated loudness, 80 bytes per second. A gain changes them by its square.
 *
 * @see LoudnessMeter#integratedLufs(double[])
 */
public final class StepPowers implements Analyzer<double[]> {
    private static final int FINE_STEPS = 10;

    /** Made once: a method reference in process would be an object per block. */
    private final DoubleConsumer adder = this::add;

    private LoudnessSteps steps;
    private double stepFrames;
    private double[] powers = new double[1024];
    private int count;
    private double energy;
    private int fineSteps;

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        steps = new LoudnessSteps(format);
        stepFrames = (double) format.sampleRate() * FINE_STEPS / LoudnessSteps.PER_SECOND;
        clear();
    }

    @Override
    public void process(AudioBlock block) {
        steps.process(block, adder);
    }

    private void add(double fineEnergy) {
        energy += fineEnergy;
        if (++fineSteps == FINE_STEPS) {
            append(energy / stepFrames);
            energy = 0;
            fineSteps = 0;
        }
    }

    private void append(double power) {
        if (count == powers.length) {
            powers = Arrays.copyOf(powers, 2 * count);
        }
        powers[count++] = power;
    }

    /** The powers in order of time. */
    @Override
    public double[] result() {
        return Arrays.copyOf(powers, count);
    }

    @Override
    public void reset() {
        steps.reset();
        clear();
    }

    private void clear() {
        count = 0;
        energy = 0;
        fineSteps = 0;
    }
}
