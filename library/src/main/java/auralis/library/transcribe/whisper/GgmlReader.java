package auralis.library.transcribe.whisper;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads little-endian numbers of a file one after the other, and leaps over the rest. */
final class GgmlReader implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final long size;

    GgmlReader(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.READ);
        size = file.size();
        buffer.limit(0);
    }

    int nextInt() throws IOException {
        require(Integer.BYTES);
        return buffer.getInt();
    }

    /**
     * @param length at most a few thousand
     */
    byte[] next(int length) throws IOException {
        require(length);
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    /** Leaps. */
    void skip(long bytes) throws IOException {
        if (bytes > left()) {
            throw new EOFException();
        }
        if (bytes <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) bytes);
        } else {
            file.position(file.position() - buffer.remaining() + bytes);
            buffer.limit(0);
        }
    }

    /** How many bytes are left. */
    long left() throws IOException {
        return size - file.position() + buffer.remaining();
    }

    private void require(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        buffer.compact();
        while (buffer.position() < bytes) {
            if (file.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        buffer.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
