package auralis.app.play;

import auralis.app.platform.SoundOutput;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * A device of a test that keeps what was heard. Like a real one it has a buffer, whose content is
 * lost when it is stopped.
 */
final class RecordingOutput implements SoundOutput {
    private static final long NANOS_PER_WRITE = 100_000;
    private final StreamFormat format;
    private final int bitDepth;
    private final int bufferFrames;
    private float[][] heard;
    private int written;
    private int position;

    /** The device goes away after so many frames. */
    volatile long goneAfter = Long.MAX_VALUE;

    /** The device is as slow as it takes once it has so many frames. */
    volatile long holdsAt = Long.MAX_VALUE;

    /** The device has a defect that shows after so many frames. */
    volatile long throwsAfter = Long.MAX_VALUE;

    volatile boolean closed;

    RecordingOutput(StreamFormat format, int bitDepth, int bufferFrames) {
        this.format = format;
        this.bitDepth = bitDepth;
        this.bufferFrames = bufferFrames;
        this.heard = new float[format.channels()][1 << 16];
    }

    /** All that was heard so far. */
    synchronized float[][] heard() {
        float[][] copy = new float[heard.length][];
        for (int c = 0; c < copy.length; c++) {
            copy[c] = Arrays.copyOf(heard[c], position);
        }
        return copy;
    }

    @Override
    public String name() {
        return "recorder";
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    @Override
    public int bitDepth() {
        return bitDepth;
    }

    @Override
    public int write(AudioBlock block) {
        do {
            LockSupport.parkNanos(NANOS_PER_WRITE);
        } while (written() >= holdsAt && !closed);
        if (written() > throwsAfter) {
            throw new IllegalStateException("defect");
        }
        return keep(block);
    }

    private synchronized int keep(AudioBlock block) {
        int frames = (int) Math.min(block.frames(), goneAfter - written);
        for (int c = 0; c < heard.length; c++) {
            if (written + frames > heard[c].length) {
                heard[c] = Arrays.copyOf(heard[c], 2 * (written + frames));
            }
            System.arraycopy(block.plane(c), block.from(), heard[c], written, frames);
        }
        written += frames;
        position = Math.max(position, written - bufferFrames);
        return frames;
    }

    @Override
    public synchronized long written() {
        return written;
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized void drain() {
        position = written;
    }

    @Override
    public synchronized void stop() {
        written = position;
    }

    @Override
    public void close() {
        closed = true;
    }
}
