package auralis.dsp.wav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The chunks of an IFF-like file (RIFF, AIFF: four letters and a 32-bit size; Sony Wave64: a GUID
 * and a 64-bit size), read one by one with bounded work.
 */
final class ChunkFile {
    /** More chunks than any sane file has in front of its sound. */
    private static final int MAX_CHUNKS = 10_000;

    private static final int RIFF_HEAD = 8;
    private static final int W64_HEAD = 24;

    /** What follows the four letters in the GUIDs of Wave64. */
    private static final byte[] W64_GUID_TAIL = {
        (byte) 0xF3,
        (byte) 0xAC,
        (byte) 0xD3,
        0x11,
        (byte) 0x8C,
        (byte) 0xD1,
        0x00,
        (byte) 0xC0,
        0x4F,
        (byte) 0x8E,
        (byte) 0xDB,
        (byte) 0x8A
    };

    /**
     * @param id the four letters; empty when they are none
     * @param start of the content
     * @param size of the content, as declared
     */
    record Chunk(String id, long start, long size) {
        boolean is(String letters) {
            return id.equals(letters);
        }
    }

    private final SeekableByteChannel channel;
    private final ByteOrder order;
    private final boolean wave64;
    private long position;
    private int seen;

    /**
     * @param first where the first chunk is
     */
    ChunkFile(SeekableByteChannel channel, ByteOrder order, boolean wave64, long first) {
        this.channel = channel;
        this.order = order;
        this.wave64 = wave64;
        this.position = first;
    }

    long size() throws IOException {
        return channel.size();
    }

    /** Up to {@code count} bytes from a place in the file: fewer only at its end. */
    ByteBuffer bytes(long at, int count) throws IOException {
        return bytes(channel, at, count).order(order);
    }

    static ByteBuffer bytes(SeekableByteChannel channel, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        channel.position(at);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            continue;
        }
        return bytes.flip();
    }

    /** The content of a chunk, at most its first {@code max} bytes. */
    ByteBuffer content(Chunk chunk, int max) throws IOException {
        return bytes(chunk.start(), (int) Math.min(chunk.size(), max));
    }

    /** The next chunk, or null at the end of the file or of its sane part. */
    Chunk next() throws IOException {
        if (seen++ == MAX_CHUNKS) {
            return null;
        }
        Chunk chunk = wave64 ? wave64Chunk(position) : riffChunk(position);
        if (chunk != null) {
            position = behind(chunk);
        }
        return chunk;
    }

    /** Whether sane chunks lead from here to the very end of the file. */
    boolean chunksReachEnd() throws IOException {
        Chunk chunk = next();
        while (chunk != null && !chunk.id().isEmpty()) {
            chunk = next();
        }
        return position >= size() && position <= size() + 8;
    }

    private Chunk riffChunk(long at) throws IOException {
        ByteBuffer head = bytes(at, RIFF_HEAD);
        if (head.remaining() < RIFF_HEAD) {
            return null;
        }
        return new Chunk(letters(head), at + RIFF_HEAD, Integer.toUnsignedLong(head.getInt(4)));
    }

    private Chunk wave64Chunk(long at) throws IOException {
        ByteBuffer head = bytes(at, W64_HEAD);
        if (head.remaining() < W64_HEAD || head.getLong(16) >= 0 && head.getLong(16) < W64_HEAD) {
            return null;
        }
        boolean known = Arrays.equals(head.array(), 4, 16, W64_GUID_TAIL, 0, 12);
        return new Chunk(known ? letters(head) : "", at + W64_HEAD, head.getLong(16) - W64_HEAD);
    }

    /** Where the chunk behind starts: padded to 2 (Wave64: 8) bytes, as most writers remember. */
    private long behind(Chunk chunk) throws IOException {
        if (chunk.size() < 0 || chunk.size() > size() - chunk.start()) {
            return Math.max(size(), chunk.start());
        }
        long end = chunk.start() + chunk.size();
        if (wave64) {
            return end + 7 & ~7L;
        }
        long padded = end + (chunk.size() & 1);
        boolean unpadded = padded != end && !startsChunk(padded) && startsChunk(end);
        return unpadded ? end : padded;
    }

    private boolean startsChunk(long at) throws IOException {
        ByteBuffer head = bytes(at, RIFF_HEAD);
        return head.remaining() == RIFF_HEAD && !letters(head).isEmpty();
    }

    private static String letters(ByteBuffer head) {
        for (int i = 0; i < 4; i++) {
            if (head.get(i) < ' ' || head.get(i) > '~') {
                return "";
            }
        }
        return new String(head.array(), 0, 4, StandardCharsets.US_ASCII);
    }
}
