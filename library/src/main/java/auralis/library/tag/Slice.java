package auralis.library.tag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/** Bytes in memory, or still in the file they come from: pictures are not read to see a title. */
final class Slice implements Piece {
    /** Nothing in a tag is longer; what says so is damaged. */
    static final int MAX_BYTES = 1 << 27;

    private static final int COPY_BYTES = 1 << 18;

    private final FileChannel channel;
    private final long from;
    private final long length;
    private final byte[] bytes;

    private Slice(FileChannel channel, long from, long length, byte[] bytes) {
        this.channel = channel;
        this.from = from;
        this.length = length;
        this.bytes = bytes;
    }

    static Slice of(byte[] bytes) {
        return new Slice(null, 0, bytes.length, bytes);
    }

    static Slice of(FileChannel channel, long from, long length) {
        return new Slice(channel, from, Math.max(0, length), null);
    }

    @Override
    public long length() {
        return length;
    }

    byte[] bytes() throws IOException {
        if (bytes != null) {
            return bytes;
        }
        if (length > MAX_BYTES) {
            throw TagException.damaged();
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length);
        fill(buffer, from);
        return buffer.array();
    }

    /** The same bytes, independent of the file. */
    Slice inMemory() throws IOException {
        return bytes == null ? of(bytes()) : this;
    }

    /** Up to so many bytes from the start. */
    byte[] head(int count) throws IOException {
        if (bytes != null) {
            return Arrays.copyOf(bytes, Math.min(count, bytes.length));
        }
        return of(channel, from, Math.min(count, length)).bytes();
    }

    @Override
    public void writeTo(WritableByteChannel out) throws IOException {
        if (bytes != null) {
            write(out, ByteBuffer.wrap(bytes));
            return;
        }
        ByteBuffer buffer = ByteBuffer.allocateDirect((int) Math.min(COPY_BYTES, length));
        for (long done = 0; done < length; done += buffer.limit()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), length - done));
            fill(buffer, from + done);
            write(out, buffer.flip());
        }
    }

    private void fill(ByteBuffer buffer, long at) throws IOException {
        int start = buffer.position();
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position() - start) < 0) {
                throw TagException.damaged();
            }
        }
    }

    static void write(WritableByteChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
