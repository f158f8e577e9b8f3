package auralis.dsp.wav;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** A file in memory. */
final class MemoryChannel implements SeekableByteChannel {
    private byte[] content;
    private long position;
    private boolean open = true;

    MemoryChannel(byte... content) {
        this.content = content.clone();
    }

    byte[] content() {
        return content.clone();
    }

    @Override
    public int read(ByteBuffer to) {
        if (position >= content.length) {
            return -1;
        }
        int count = (int) Math.min(to.remaining(), content.length - position);
        to.put(content, (int) position, count);
        position += count;
        return count;
    }

    @Override
    public int write(ByteBuffer from) {
        int count = from.remaining();
        content = Arrays.copyOf(content, Math.max(content.length, (int) position + count));
        from.get(content, (int) position, count);
        position += count;
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long position) {
        if (position < 0) {
            throw new IllegalArgumentException("position " + position);
        }
        this.position = position;
        return this;
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        content = Arrays.copyOf(content, (int) Math.min(size, content.length));
        return this;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
