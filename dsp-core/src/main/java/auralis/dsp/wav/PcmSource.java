package auralis.dsp.wav;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Damage;
import auralis.dsp.DamageLog;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Interleaved samples of a channel as a stream. Owns the channel once constructed. Samples that are
 * no finite number are replaced by silence and told as {@link #damage()}; a file that ends before
 * its header says so is delivered up to there, then reading throws a {@link PcmException}.
 */
public abstract sealed class PcmSource implements AudioSource permits WavSource, AiffSource {
    /** Floats over this, 180 dB over full scale, are damage and no sound. */
    private static final float LARGEST = 1e9f;

    private static final int BUFFER_BYTES = 1 << 18;

    private final SeekableByteChannel channel;
    private final PcmLayout layout;
    private final int frameBytes;
    private final ByteBuffer buffer;
    private final DamageLog damage = new DamageLog();

    /** The frame of the buffer's position. */
    private long next;

    PcmSource(SeekableByteChannel channel, PcmLayout layout) {
        this.channel = channel;
        this.layout = layout;
        this.frameBytes = layout.frameBytes();
        this.buffer =
                ByteBuffer.allocate(BUFFER_BYTES / frameBytes * frameBytes)
                        .order(layout.order())
                        .limit(0);
    }

    @Override
    public final StreamFormat format() {
        return layout.format();
    }

    @Override
    public final OptionalLong frames() {
        return OptionalLong.of(layout.frames());
    }

    /** The bits of a sample that carry sound, as stored; 32 or 64 when {@link #isFloat()}. */
    public final int bitDepth() {
        return layout.bitDepth();
    }

    /** Whether samples are stored as floating point numbers and may pass ±1. */
    public final boolean isFloat() {
        return layout.encoding().isFloat();
    }

    @Override
    public final int read(AudioBlock block) throws IOException {
        if (block.channels() != format().channels()) {
            throw new IllegalArgumentException(
                    block.channels() + " channels asked of " + format().channels());
        }
        if (next >= layout.frames()) {
            return -1;
        }
        int wanted = (int) Math.min(block.frames(), layout.frames() - next);
        int done = 0;
        while (done < wanted && (buffered() > 0 || fill())) {
            int frames = Math.min(wanted - done, buffered());
            decode(block, block.from() + done, frames);
            done += frames;
        }
        if (done == 0 && wanted > 0) {
            throw endsEarly();
        }
        return done;
    }

    @Override
    public final void seek(long frame) throws IOException {
        if (frame < 0) {
            throw new IllegalArgumentException("frame " + frame);
        }
        long inBuffer = buffer.position() + (frame - next) * frameBytes;
        if (Math.abs(frame - next) <= buffer.capacity()
                && inBuffer >= 0
                && inBuffer <= buffer.limit()) {
            buffer.position((int) inBuffer);
        } else {
            buffer.limit(0);
        }
        next = frame;
    }

    @Override
    public final List<Damage> damage() {
        return damage.all();
    }

    @Override
    public final void close() throws IOException {
        channel.close();
    }

    private int buffered() {
        return buffer.remaining() / frameBytes;
    }

    /** Loads the frames from {@link #next} on; false when the channel holds none of them. */
    private boolean fill() throws IOException {
        channel.position(layout.start() + next * frameBytes);
        buffer.clear();
        long left = (layout.frames() - next) * frameBytes;
        buffer.limit((int) Math.min(buffer.capacity(), left));
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            continue;
        }
        buffer.flip();
        buffer.limit(buffered() * frameBytes);
        return buffer.hasRemaining();
    }

    private void decode(AudioBlock block, int from, int frames) {
        int at = buffer.position();
        for (int c = 0; c < block.channels(); c++) {
            float[] plane = block.plane(c);
            layout.encoding().decode(buffer, at, frameBytes, plane, from, from + frames);
            if (isFloat()) {
                silenceDamage(plane, from, from + frames);
            }
            at += layout.encoding().bytes();
        }
        buffer.position(buffer.position() + frames * frameBytes);
        next += frames;
    }

    private void silenceDamage(float[] plane, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!(Math.abs(plane[i]) <= LARGEST)) {
                plane[i] = 0;
                damage.add(next + i - from, 1);
            }
        }
    }

    private PcmException endsEarly() throws IOException {
        long present = Math.max(0, channel.size() - layout.start()) / frameBytes;
        long seconds = present / format().sampleRate();
        return new PcmException(
                PcmException.Reason.TRUNCATED,
                String.format(
                        Locale.ROOT, "the file ends early at %d:%02d", seconds / 60, seconds % 60));
    }
}
