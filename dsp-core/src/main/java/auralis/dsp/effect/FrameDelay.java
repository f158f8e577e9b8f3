package auralis.dsp.effect;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import java.util.Arrays;

/** Passes the stream unchanged, so many frames late. */
final class FrameDelay implements AudioProcessor {
    private final int frames;
    private float[][] rings = {};
    private int position;

    FrameDelay(int frames) {
        this.frames = frames;
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        rings = new float[format.channels()][frames];
        position = 0;
    }

    @Override
    public void process(AudioBlock block) {
        if (frames == 0) {
            return;
        }
        int start = position;
        for (int c = 0; c < rings.length; c++) {
            position = exchange(rings[c], start, block.plane(c), block.from(), block.to());
        }
    }

    private static int exchange(float[] ring, int start, float[] plane, int from, int to) {
        int at = start;
        for (int i = from; i < to; i++) {
            float old = ring[at];
            ring[at] = plane[i];
            plane[i] = old;
            at = at + 1 == ring.length ? 0 : at + 1;
        }
        return at;
    }

    @Override
    public void reset() {
        for (float[] ring : rings) {
            Arrays.fill(ring, 0);
        }
        position = 0;
    }

    @Override
    public int latency() {
        return frames;
    }
}
