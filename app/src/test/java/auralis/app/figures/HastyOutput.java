package auralis.app.figures;

import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A device that nobody hears, to which a second is a twentieth of one. It waits for a late
 * renderer: its buffer never runs dry, so that it takes no silence for music.
 */
final class HastyOutput implements SoundOutput {
    private static final int HASTE = 20;
    private static final double BUFFER_SECONDS = 0.04;
    private static final double NANOS_PER_SECOND = 1e9;

    // ---- set before start
    private final StreamFormat format;
    private final AtomicLong takenNanos;
    private final long bufferFrames;

    // ---- output thread only
    private long written;
    private boolean drained = true;
    private long dueNanos = System.nanoTime();

    private HastyOutput(StreamFormat format, AtomicLong takenNanos) {
        this.format = format;
        this.takenNanos = takenNanos;
        this.bufferFrames = format.frames(BUFFER_SECONDS);
    }

    /**
     * @param takenNanos grows by the length of all that the outputs were given, in its own time
     */
    static SoundOutputs of(AtomicLong takenNanos) {
        return new SoundOutputs(format -> new HastyOutput(format, takenNanos));
    }

    @Override
    public String name() {
        return "hasty";
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    @Override
    public int bitDepth() {
        return 24;
    }

    @Override
    public int write(AudioBlock block) {
        long nanos = (long) (block.frames() * NANOS_PER_SECOND / format.sampleRate());
        dueNanos = Math.max(dueNanos, System.nanoTime()) + nanos / HASTE;
        written += block.frames();
        drained = false;
        takenNanos.addAndGet(nanos);
        for (long now = System.nanoTime(); now < dueNanos; now = System.nanoTime()) {
            LockSupport.parkNanos(dueNanos - now);
        }
        return block.frames();
    }

    @Override
    public long written() {
        return written;
    }

    @Override
    public long position() {
        return drained ? written : Math.max(0, written - bufferFrames);
    }

    @Override
    public void drain() {
        drained = true;
    }

    @Override
    public void stop() {
        written = position();
        drained = true;
    }

    @Override
    public void close() {}
}
