package auralis.library.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Single bytes of a file at any place, read in large pieces. */
final class ByteWindow {
    private static final int CAPACITY = 1 << 18;

    private final FileChannel channel;
    private final long size;
    private final byte[] bytes = new byte[CAPACITY];
    private long from;
    private long to;

    ByteWindow(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    /** The length of the file when it was opened. */
    long size() {
        return size;
    }

    /** The byte at a place (0..255), or -1 behind the end. */
    int at(long position) throws IOException {
        if ((position < from || position >= to) && !load(position)) {
            return -1;
        }
        return bytes[(int) (position - from)] & 0xFF;
    }

    /** Four bytes, the first one highest; what is behind the end counts as 0. */
    int intAt(long position) throws IOException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | Math.max(0, at(position + i));
        }
        return value;
    }

    /** Copies up to {@code count} bytes; answers how many there were, 0 at the end. */
    int copy(long position, byte[] target, int offset, int count) throws IOException {
        if ((position < from || position >= to) && !load(position)) {
            return 0;
        }
        int copied = (int) Math.min(count, to - position);
        System.arraycopy(bytes, (int) (position - from), target, offset, copied);
        return copied;
    }

    private boolean load(long position) throws IOException {
        from = position;
        to = position;
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && to < size) {
            int read = channel.read(buffer, to);
            if (read < 0) {
                break;
            }
            to += read;
        }
        return to > from;
    }
}
