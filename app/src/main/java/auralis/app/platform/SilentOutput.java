package auralis.app.platform;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * An output for a computer without one: takes frames in real time by the clock, so that positions,
 * meters and ends of tracks come as if they were heard.
 */
final class SilentOutput implements SoundOutput {
    static final String NAME = "no sound output";
    private static final double BUFFER_SECONDS = 0.04;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    // ---- set before start
    private final StreamFormat format;
    private final String problem;
    private final LongSupplier nanoTime;
    private final LongConsumer parkNanos;
    private final long bufferFrames;

    // ---- output thread only
    private long written;
    private boolean running;
    private long startNanos;
    private long startFrame;

    SilentOutput(StreamFormat format, String problem) {
        this(format, problem, System::nanoTime, LockSupport::parkNanos);
    }

    /** With a clock of its own. */
    SilentOutput(
            StreamFormat format, String problem, LongSupplier nanoTime, LongConsumer parkNanos) {
        this.format = format;
        this.problem = problem;
        this.nanoTime = nanoTime;
        this.parkNanos = parkNanos;
        this.bufferFrames = format.frames(BUFFER_SECONDS);
    }

    @Override
    public String name() {
        return NAME;
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
    public boolean audible() {
        return false;
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public int write(AudioBlock block) {
        if (!running || position() == written) {
            // After a gap the clock starts anew: frames that come late are not played faster.
            running = true;
            startNanos = nanoTime.getAsLong();
            startFrame = written;
        }
        written += block.frames();
        await(written - bufferFrames);
        return block.frames();
    }

    @Override
    public long written() {
        return written;
    }

    @Override
    public long position() {
        if (!running) {
            return written;
        }
        long elapsed = nanoTime.getAsLong() - startNanos;
        long heard =
                startFrame + (long) ((double) elapsed / NANOS_PER_SECOND * format.sampleRate());
        return Math.min(heard, written);
    }

    @Override
    public void drain() {
        await(written);
    }

    @Override
    public void stop() {
        written = position();
        running = false;
    }

    @Override
    public void close() {
        stop();
    }

    private void await(long frame) {
        for (long heard = position(); heard < frame; heard = position()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            parkNanos.accept((frame - heard) * NANOS_PER_SECOND / format.sampleRate() + 1);
        }
    }
}
