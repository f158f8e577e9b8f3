package auralis.library.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes texts into a stream that native code may print into as well, between any two writes. A
 * text goes out as pieces, each
 *
 * <pre>mark (8 bytes) · length (4, negative: more follow) · CRC-32 of the payload (4) · payload
 * </pre>
 *
 * in one write that is short enough to be atomic on every system (POSIX asks for 512 bytes), so
 * that what others print never lands inside a piece. Any thread.
 */
final class FrameWriter {
    static final long MARK = 0xF1A5_7E0D_C0DE_BEA7L;
    static final int HEAD = Long.BYTES + 2 * Integer.BYTES;
    static final int MOST = 512 - HEAD;

    private final OutputStream out;

    /**
     * @param out without a buffer
     */
    FrameWriter(OutputStream out) {
        this.out = out;
    }

    synchronized void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        do {
            int length = Math.min(MOST, bytes.length - from);
            out.write(piece(bytes, from, length, from + length < bytes.length));
            from += length;
        } while (from < bytes.length);
        out.flush();
    }

    private static byte[] piece(byte[] bytes, int from, int length, boolean more) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, length);
        return ByteBuffer.allocate(HEAD + length)
                .putLong(MARK)
                .putInt(more ? -length : length)
                .putInt((int) sum.getValue())
                .put(bytes, from, length)
                .array();
    }
}
