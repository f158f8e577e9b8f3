package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A track in memory that can be slow, break off, or keep its length to itself. */
final class PlanesSource implements AudioSource {
    private final StreamFormat format;
    private final float[][] planes;
    private long at;

    /** Reading waits for a permit per frame. */
    final Semaphore permits = new Semaphore(Integer.MAX_VALUE);

    long breaksAt = Long.MAX_VALUE;
    boolean tellsLength = true;
    volatile boolean closed;

    /** How often it was read. */
    final AtomicInteger reads = new AtomicInteger();

    PlanesSource(StreamFormat format, float[][] planes) {
        this.format = format;
        this.planes = planes;
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    @Override
    public OptionalLong frames() {
        return tellsLength ? OptionalLong.of(planes[0].length) : OptionalLong.empty();
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        reads.incrementAndGet();
        if (at >= planes[0].length) {
            return -1;
        }
        if (at >= breaksAt) {
            throw new IOException("the file ends early");
        }
        int frames = (int) Math.min(block.frames(), Math.min(planes[0].length, breaksAt) - at);
        try {
            permits.acquire(frames);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("cancelled", e);
        }
        for (int c = 0; c < planes.length; c++) {
            System.arraycopy(planes[c], (int) at, block.plane(c), block.from(), frames);
        }
        at += frames;
        return frames;
    }

    @Override
    public void seek(long frame) {
        at = frame;
    }

    @Override
    public void close() {
        closed = true;
    }
}
