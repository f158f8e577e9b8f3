package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A stand-in for a mastering chain: a level control with a memory of 300 ms, as slow as the slowest
 * in ours, 137 frames late.
 */
final class SlowGain implements AudioProcessor {
    static final int LATENCY = 137;
    private final double gain;
    private double pole;
    private double[] level;
    private float[][] line;
    private int at;

    /** Processing breaks down after so many frames of a stream. */
    long failsAfter = Long.MAX_VALUE;

    /** Processing waits for a permit per frame. */
    final Semaphore permits = new Semaphore(Integer.MAX_VALUE);

    /** How often it processed. */
    final AtomicInteger calls = new AtomicInteger();

    private long processed;

    SlowGain(double gain) {
        this.gain = gain;
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        pole = Math.exp(-1 / (0.3 * format.sampleRate()));
        level = new double[format.channels()];
        line = new float[format.channels()][LATENCY];
        reset();
    }

    @Override
    public void process(AudioBlock block) {
        calls.incrementAndGet();
        try {
            permits.acquire(block.frames());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("cancelled", e);
        }
        processed += block.frames();
        if (processed > failsAfter) {
            throw new IllegalStateException("the chain broke");
        }
        for (int i = block.from(); i < block.to(); i++) {
            for (int c = 0; c < level.length; c++) {
                float[] plane = block.plane(c);
                float late = line[c][at];
                line[c][at] = plane[i];
                level[c] = pole * level[c] + (1 - pole) * Math.abs(plane[i]);
                plane[i] = (float) (gain * late / (0.25 + level[c]));
            }
            at = (at + 1) % LATENCY;
        }
    }

    @Override
    public void reset() {
        processed = 0;
        at = 0;
        for (int c = 0; c < level.length; c++) {
            level[c] = 0;
            Arrays.fill(line[c], 0);
        }
    }

    @Override
    public int latency() {
        return LATENCY;
    }

    /** What the chain makes of a whole track, its latency taken out. */
    static float[][] offline(double gain, StreamFormat format, float[][] track) {
        int frames = track[0].length;
        AudioBlock block = new AudioBlock(format.channels(), frames + LATENCY);
        block.first(frames).copyFrom(AudioBlock.of(track));
        SlowGain chain = new SlowGain(gain);
        chain.prepare(format, block.capacity());
        chain.process(block.all());
        float[][] result = new float[format.channels()][];
        for (int c = 0; c < result.length; c++) {
            result[c] = Arrays.copyOfRange(block.plane(c), LATENCY, frames + LATENCY);
        }
        return result;
    }
}
