package auralis.dsp.meter;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import java.util.Arrays;

/**
 * Counts the flat tops of a stream: three or more equal samples within 0.1 dB of its highest. A
 * clipped recording has many per second, any other hardly one.
 *
 * <p>The peak is known at the end only, so plateaus are counted by their level, in classes of 0.05
 * dB from -60 to +12 dBFS.
 */
public final class FlatTops implements Analyzer<Long> {
    private static final int LEAST = 3;
    private static final int CLASSES_PER_DB = 20;
    private static final int NEAR_CLASSES = 2;
    private static final int FLOOR_DB = -60;
    private static final int CEILING_DB = 12;
    private static final float FLOOR = (float) Decibels.toGain(FLOOR_DB);

    private final long[] counts = new long[(CEILING_DB - FLOOR_DB) * CLASSES_PER_DB];
    private float[] last = {};
    private int[] runs = {};
    private float peak;

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        last = new float[format.channels()];
        runs = new int[format.channels()];
        reset();
    }

    @Override
    public void process(AudioBlock block) {
        for (int c = 0; c < last.length; c++) {
            float[] plane = block.plane(c);
            float before = last[c];
            for (int i = block.from(); i < block.to(); i++) {
                float x = plane[i];
                if (x == before) {
                    // A plateau counts once, when it has lasted long enough.
                    if (++runs[c] == LEAST) {
                        count(Math.abs(x));
                    }
                } else {
                    runs[c] = 1;
                    before = x;
                }
            }
            last[c] = before;
        }
        peak = Math.max(peak, block.peak());
    }

    private void count(float level) {
        if (level > FLOOR) {
            counts[at(level)]++;
        }
    }

    private static int at(float level) {
        int at = (int) ((Decibels.ofGain(level) - FLOOR_DB) * CLASSES_PER_DB);
        return Math.max(0, Math.min(at, (CEILING_DB - FLOOR_DB) * CLASSES_PER_DB - 1));
    }

    @Override
    public Long result() {
        int top = at(peak);
        return Arrays.stream(counts, Math.max(0, top - NEAR_CLASSES), top + 1).sum();
    }

    @Override
    public void reset() {
        Arrays.fill(counts, 0);
        Arrays.fill(last, 0f);
        Arrays.fill(runs, 0);
        peak = 0;
    }
}
