package auralis.dsp.meter;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * Peak to short-term loudness ratio: in each window of 3 s the highest sample in dBFS less the
 * loudness in LUFS. Windows move by 100 ms, like those of EBU Tech 3342, whose gates they pass too.
 *
 * <p>After I. Shepherd, E. Grimm, P. Tapper, M. Kahsnitz, I. Kerr, "Measuring micro-dynamics: a
 * first step", AES 143 (2017), but with sample peaks: the peaks of whole passages differ from true
 * peaks by tenths, and every stretch would have to be interpolated.
 */
public final class Psr implements Analyzer<PeakToLoudness> {
    private static final int STEPS_PER_TENTH = LoudnessSteps.PER_SECOND / 10;
    private static final int WINDOW_TENTHS = 30;
    private static final double LOW_PERCENT = 5;

    private final double[] energies = new double[WINDOW_TENTHS];
    private final float[] peaks = new float[WINDOW_TENTHS];
    private final WindowReadings windows = new WindowReadings();

    /** Made once: a method reference in process would be an object per block. */
    private final DoubleConsumer adder = this::addEnergy;

    private LoudnessSteps steps;
    private int sampleRate;
    private long frame;
    private long peakTenths;
    private float peak;
    private double energy;
    private int fineSteps;
    private long tenths;

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        steps = new LoudnessSteps(format);
        sampleRate = format.sampleRate();
        reset();
    }

    /** The peaks come first: those of a tenth are known when its energy closes the window. */
    @Override
    public void process(AudioBlock block) {
        int from = block.from();
        int to = block.to();
        for (int at = from; at < to; ) {
            long end = (peakTenths + 1) * sampleRate / 10;
            int piece = (int) Math.min(to, at + (end - frame));
            addPeak(block.window(at, piece));
            frame += piece - at;
            if (frame == end) {
                endPeak();
            }
            steps.process(block, adder);
            at = piece;
        }
        block.window(from, to);
    }

    private void addPeak(AudioBlock block) {
        float highest = peak;
        for (int c = 0; c < block.channels(); c++) {
            float[] plane = block.plane(c);
            for (int i = block.from(); i < block.to(); i++) {
                float sample = Math.abs(plane[i]);
                highest = sample > highest ? sample : highest;
            }
        }
        peak = highest;
    }

    private void endPeak() {
        peaks[(int) (peakTenths++ % WINDOW_TENTHS)] = peak;
        peak = 0;
    }

    private void addEnergy(double fineEnergy) {
        energy += fineEnergy;
        if (++fineSteps == STEPS_PER_TENTH) {
            energies[(int) (tenths++ % WINDOW_TENTHS)] = energy;
            energy = 0;
            fineSteps = 0;
            if (tenths >= WINDOW_TENTHS) {
                endWindow();
            }
        }
    }

    private void endWindow() {
        double power = Arrays.stream(energies).sum() / (WINDOW_TENTHS / 10.0 * sampleRate);
        float highest = 0;
        for (float tenth : peaks) {
            highest = Math.max(highest, tenth);
        }
        windows.add(Decibels.ofGain(highest) - LoudnessScale.lufs(power), power);
    }

    @Override
    public PeakToLoudness result() {
        return new PeakToLoudness(windows.percentile(50), windows.percentile(LOW_PERCENT));
    }

    @Override
    public void reset() {
        steps.reset();
        windows.clear();
        frame = 0;
        peakTenths = 0;
        peak = 0;
        energy = 0;
        fineSteps = 0;
        tenths = 0;
    }
}
