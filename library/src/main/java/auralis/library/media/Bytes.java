package auralis.library.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bounded reads at a place in a file. */
final class Bytes {
    private Bytes() {}

    /** Up to {@code count} bytes, fewer only at the end of the file; big-endian. */
    static ByteBuffer read(FileChannel channel, long at, int count) throws IOException {
        long present = Math.max(0, channel.size() - at);
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(count, present));
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, at + bytes.position());
            if (read < 0) {
                break;
            }
        }
        return bytes.flip();
    }
}
