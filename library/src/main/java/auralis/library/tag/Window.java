package auralis.library.tag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Small reads at any place of a file, or of bytes in memory, few of which reach the disk. */
final class Window {
    private static final int READ_AHEAD = 1 << 13;

    /** Longer runs stay in the file until somebody asks for them. */
    private static final int KEEP_BYTES = 1 << 12;

    private final FileChannel channel;
    private final long size;
    private byte[] bytes;
    private long from;
    private int filled;

    private Window(FileChannel channel, byte[] bytes, long size) {
        this.channel = channel;
        this.bytes = bytes;
        this.size = size;
        this.filled = channel == null ? bytes.length : 0;
    }

    static Window of(FileChannel channel) throws IOException {
        return new Window(channel, new byte[READ_AHEAD], channel.size());
    }

    static Window of(byte[] bytes) {
        return new Window(null, bytes, bytes.length);
    }

    long size() {
        return size;
    }

    /** So many bytes, fewer only at the end; big-endian. */
    ByteBuffer read(long at, int count) throws IOException {
        int wanted = (int) Math.max(0, Math.min(count, size - at));
        if (channel != null && (at < from || at + wanted > from + filled)) {
            load(at, wanted);
        }
        int start = (int) (at - from);
        return wanted == 0
                ? ByteBuffer.allocate(0)
                : ByteBuffer.wrap(bytes, start, Math.min(wanted, filled - start)).slice();
    }

    /** Exactly so many bytes, or the structure is damaged. */
    ByteBuffer require(long at, int count) throws IOException {
        ByteBuffer read = read(at, count);
        if (read.remaining() < count || at < 0) {
            throw TagException.damaged();
        }
        return read;
    }

    /** Letters at a place, one for each byte. */
    String letters(long at, int count) throws IOException {
        return at < 0 ? "" : StandardCharsets.ISO_8859_1.decode(read(at, count)).toString();
    }

    Slice slice(long at, long length) throws IOException {
        if (length < 0 || at < 0 || at + length > size) {
            throw TagException.damaged();
        }
        if (channel != null && length > KEEP_BYTES) {
            return Slice.of(channel, at, length);
        }
        byte[] copy = new byte[(int) length];
        read(at, copy.length).get(copy);
        return Slice.of(copy);
    }

    private void load(long at, int wanted) throws IOException {
        if (wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, wanted);
        }
        from = at;
        filled = 0;
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && at + filled < size) {
            int read = channel.read(buffer, at + filled);
            if (read < 0) {
                throw TagException.damaged();
            }
            filled += read;
        }
    }
}
