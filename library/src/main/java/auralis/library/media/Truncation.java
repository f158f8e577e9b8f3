package auralis.library.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * Recognises files that were cut off, where the container knows its size and the demuxer keeps it
 * to itself: the last page of Ogg, the segment of Matroska, the outer chunk of RIFF.
 */
final class Truncation {
    private static final int OGG_TAIL_BYTES = 1 << 17;
    private static final int OGG_HEADER_BYTES = 27;
    private static final int MATROSKA_SEGMENT = 0x18538067;

    private Truncation() {}

    /** Whether a container of this format goes on behind the end of its file. */
    static boolean of(SeekableByteChannel file, String demuxer) throws IOException {
        return switch (demuxer) {
            case "ogg" -> ogg(file);
            case "matroska" -> matroska(file);
            case "avi", "wav" -> riff(file);
            default -> false;
        };
    }

    /** RFC 3533: a page's head ends with the lengths of its segments. */
    private static boolean ogg(SeekableByteChannel file) throws IOException {
        int size = (int) Math.min(file.size(), OGG_TAIL_BYTES);
        ByteBuffer tail = bytes(file, file.size() - size, size);
        for (int at = size - 4; at >= 0; at--) {
            if (tail.getInt(at) == 0x4f676753) {
                return oggPageBytes(tail, at) > size - at;
            }
        }
        return false;
    }

    private static int oggPageBytes(ByteBuffer tail, int page) {
        if (page + OGG_HEADER_BYTES > tail.limit()) {
            return Integer.MAX_VALUE;
        }
        int segments = tail.get(page + OGG_HEADER_BYTES - 1) & 0xff;
        int bytes = OGG_HEADER_BYTES + segments;
        for (int i = 0; i < segments; i++) {
            int at = page + OGG_HEADER_BYTES + i;
            if (at >= tail.limit()) {
                return Integer.MAX_VALUE;
            }
            bytes += tail.get(at) & 0xff;
        }
        return bytes;
    }

    /** RFC 8794: element sizes are as long as the leading zeros of their first byte say. */
    private static boolean matroska(SeekableByteChannel file) throws IOException {
        long at = 0;
        for (int element = 0; element < 8 && at + 12 <= file.size(); element++) {
            ByteBuffer head = bytes(file, at, 12);
            int id = head.getInt();
            int length = Integer.numberOfLeadingZeros(head.get(4) & 0xff) - 24 + 1;
            if (length > 8) {
                return false;
            }
            long size = head.getLong(4) >>> 64 - 8 * length & (1L << 7 * length) - 1;
            boolean unknown = size == (1L << 7 * length) - 1;
            if (id == MATROSKA_SEGMENT) {
                return !unknown && at + 4 + length + size > file.size();
            }
            at += 4 + length + size;
        }
        return false;
    }

    private static boolean riff(SeekableByteChannel file) throws IOException {
        if (file.size() < 8) {
            return false;
        }
        ByteBuffer head = bytes(file, 0, 8).order(ByteOrder.LITTLE_ENDIAN);
        long size = head.getInt(4) & 0xffffffffL;
        boolean told = head.getInt(0) == 0x46464952 && size != 0 && size != 0xffffffffL;
        return told && 8 + size > file.size() + 1;
    }

    private static ByteBuffer bytes(SeekableByteChannel file, long at, int count)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        file.position(at);
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }
}
