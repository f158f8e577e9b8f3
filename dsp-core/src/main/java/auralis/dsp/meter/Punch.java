package auralis.dsp.meter;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How far the attacks of a stream stand out of what sustains between them, in dB: the median over
 * windows of 3 s of (95th percentile of the levels of 10 ms - their mean). Windows move by 1 s.
 *
 * <p>It knows only the power of short blocks, so an all-pass, which raises the peaks of limited
 * music and with them PSR and crest without restoring anything, hardly moves it. A steady sound has
 * 0. Empty before the first 3 s and for silence.
 */
public final class Punch implements Analyzer<OptionalDouble> {
    private static final int BLOCKS_PER_SECOND = 100;
    private static final int WINDOW = 3 * BLOCKS_PER_SECOND;
    private static final double HIGH_PERCENT = 95;

    /** What silence counts as, so that a rest is only deep and not infinitely so. */
    private static final double FLOOR_DB = -70;

    private final double[] levels = new double[WINDOW];
    private final double[] powers = new double[WINDOW];
    private final double[] sorted = new double[WINDOW];
    private final WindowReadings windows = new WindowReadings();

    private int sampleRate;
    private double[] energies = {};
    private long frame;
    private long blocks;

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        sampleRate = format.sampleRate();
        energies = new double[format.channels()];
        reset();
    }

    @Override
    public void process(AudioBlock block) {
        for (int at = block.from(); at < block.to(); ) {
            long end = (blocks + 1) * sampleRate / BLOCKS_PER_SECOND;
            int to = (int) Math.min(block.to(), at + (end - frame));
            for (int c = 0; c < energies.length; c++) {
                energies[c] = energy(block.plane(c), at, to, energies[c]);
            }
            frame += to - at;
            at = to;
            if (frame == end) {
                endBlock(end - blocks * sampleRate / BLOCKS_PER_SECOND);
            }
        }
    }

    private static double energy(float[] plane, int from, int to, double before) {
        double sum = before;
        for (int i = from; i < to; i++) {
            sum += (double) plane[i] * plane[i];
        }
        return sum;
    }

    private void endBlock(long frames) {
        double power = Arrays.stream(energies).sum() / (frames * energies.length);
        Arrays.fill(energies, 0);
        int at = (int) (blocks % WINDOW);
        powers[at] = power;
        levels[at] = Math.max(FLOOR_DB, Decibels.ofPower(power));
        blocks++;
        if (blocks >= WINDOW && blocks % BLOCKS_PER_SECOND == 0) {
            endWindow();
        }
    }

    private void endWindow() {
        System.arraycopy(levels, 0, sorted, 0, WINDOW);
        Arrays.sort(sorted);
        double mean = Arrays.stream(levels).sum() / WINDOW;
        double high = sorted[WindowReadings.rank(WINDOW, HIGH_PERCENT)];
        windows.add(high - mean, Arrays.stream(powers).sum() / WINDOW);
    }

    @Override
    public OptionalDouble result() {
        return windows.percentile(50);
    }

    @Override
    public void reset() {
        Arrays.fill(energies, 0);
        windows.clear();
        frame = 0;
        blocks = 0;
    }
}
