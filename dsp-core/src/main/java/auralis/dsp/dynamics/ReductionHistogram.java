package auralis.dsp.dynamics;

import auralis.dsp.Decibels;
import java.util.Arrays;

/**
 * How far a gain was taken back, over all frames of the active blocks of a stream: blocks of 100 ms
 * in which the reduction reached 0.1 dB somewhere. An incomplete last block is left out. Counted in
 * gain classes of 1/4096, finer than 0.01 dB down to 12 dB of reduction, in bounded memory.
 */
final class ReductionHistogram {
    private static final int CLASSES = 4096;
    private static final double BLOCK_SECONDS = 0.1;
    private static final double ACTIVE_GAIN = Decibels.toGain(-0.1);

    private final long[] counts = new long[CLASSES + 1];
    private final double[] block;
    private int filled;

    ReductionHistogram(int sampleRate) {
        this.block = new double[(int) Math.round(BLOCK_SECONDS * sampleRate)];
    }

    /** Takes the first {@code frames} gains, each 0..1. */
    void add(double[] gains, int frames) {
        for (int from = 0; from < frames; ) {
            int count = Math.min(frames - from, block.length - filled);
            System.arraycopy(gains, from, block, filled, count);
            from += count;
            filled += count;
            if (filled == block.length) {
                closeBlock();
            }
        }
    }

    private void closeBlock() {
        if (smallest() <= ACTIVE_GAIN) {
            for (double gain : block) {
                counts[(int) (gain * CLASSES)]++;
            }
        }
        filled = 0;
    }

    private double smallest() {
        double smallest = 1;
        for (double gain : block) {
            if (gain < smallest) {
                smallest = gain;
            }
        }
        return smallest;
    }

    /** The reduction that half of the frames in active blocks exceed, in dB >= 0. */
    double medianDb() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        int middle = CLASSES;
        for (long above = counts[CLASSES]; 2 * above < total; above += counts[middle]) {
            middle--;
        }
        return middle == CLASSES ? 0 : -Decibels.ofGain((middle + 0.5) / CLASSES);
    }

    void reset() {
        Arrays.fill(counts, 0);
        filled = 0;
    }
}
