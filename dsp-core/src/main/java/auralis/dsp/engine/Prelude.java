package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.StreamFormat;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/** The frames before frame 0 that a chain listens to, read when they are needed. Renderer only. */
final class Prelude implements Closeable {
    private final AudioSource before;
    private final StreamFormat format;

    /** What makes the mastered side another than that of the same plan without lead-in. */
    private final Object content;

    private float[][] planes;
    private long origin;

    // ---- shared: written by the renderer
    private volatile Exception failure;

    /**
     * @param leadIn null for none
     */
    Prelude(LeadIn leadIn, StreamFormat format) {
        this.format = format;
        this.before = leadIn == null ? null : leadIn.before();
        this.content = leadIn == null ? null : leadIn.content();
        if (before == null) {
            planes = new float[format.channels()][0];
            return;
        }
        if (!before.format().equals(format)) {
            throw new IllegalArgumentException(
                    format + " behind " + before.format() + " of an album");
        }
        long length = before.frames().orElseThrow();
        long start = Math.max(0, length - format.frames(leadIn.seconds()));
        origin = StartGrid.atOrBefore(start) - length;
    }

    /** The key of the mastered side: null when it must not be kept. */
    Object key(Object plan) {
        if (before == null || plan == null) {
            return plan;
        }
        return content == null || failure != null ? null : new Key(plan, content, origin);
    }

    private record Key(Object plan, Object before, long origin) {}

    /** Why the chain did not listen to the track before; any thread. */
    Exception failure() {
        return failure;
    }

    /** The first frame that a chain is given, 0 or less. */
    long origin() {
        return origin;
    }

    /** Reads the end of the track before; without it the chain starts with frame 0. */
    void load() {
        if (planes != null) {
            return;
        }
        AudioBlock block = new AudioBlock(format.channels(), (int) -origin);
        int frames = 0;
        try (before) {
            before.seek(before.frames().orElseThrow() + origin);
            for (int n = 0; n >= 0 && frames < block.capacity(); frames += Math.max(0, n)) {
                n = before.read(block.window(frames, block.capacity()));
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
            frames = 0;
        }
        keep(block, frames);
    }

    private void keep(AudioBlock block, int frames) {
        planes = new float[block.channels()][];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Arrays.copyOf(block.plane(c), frames);
        }
        origin = -frames;
    }

    /** Fills the window of the block with the frames from {@code frame} on, all before 0. */
    void get(long frame, AudioBlock block) {
        int at = (int) (frame - origin);
        for (int c = 0; c < planes.length; c++) {
            System.arraycopy(planes[c], at, block.plane(c), block.from(), block.frames());
        }
    }

    @Override
    public void close() throws IOException {
        if (planes == null) {
            before.close();
        }
    }
}
