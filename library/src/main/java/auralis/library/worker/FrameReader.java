package auralis.library.worker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/** Reads what {@link FrameWriter} wrote, and passes over all else. One thread. */
final class FrameReader {
    /** Longer texts go by file. */
    static final int LONGEST_TEXT = 16 << 20;

    private final InputStream in;

    FrameReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next text; empty at the end. */
    Optional<String> read() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            while (true) {
                findMark();
                if (readPiece(text)) {
                    return Optional.of(text.toString(StandardCharsets.UTF_8));
                }
            }
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private void findMark() throws IOException {
        long last = 0;
        do {
            last = last << Byte.SIZE | next();
        } while (last != FrameWriter.MARK);
    }

    /**
     * @return whether the text is complete
     */
    private boolean readPiece(ByteArrayOutputStream text) throws IOException {
        in.mark(FrameWriter.MOST + FrameWriter.HEAD);
        int length = nextInt();
        int sum = nextInt();
        int size = Math.abs(length);
        if (size <= FrameWriter.MOST) {
            byte[] payload = in.readNBytes(size);
            if (payload.length == size && sum(payload) == sum) {
                text.write(payload);
                if (text.size() > LONGEST_TEXT) {
                    throw new IOException("a message of the other process is too long");
                }
                return length >= 0;
            }
        }
        // Only looked like a piece.
        in.reset();
        return false;
    }

    private static int sum(byte[] payload) {
        CRC32 sum = new CRC32();
        sum.update(payload);
        return (int) sum.getValue();
    }

    private int nextInt() throws IOException {
        byte[] bytes = in.readNBytes(Integer.BYTES);
        if (bytes.length < Integer.BYTES) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(bytes).getInt();
    }

    private int next() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new EOFException();
        }
        return read;
    }
}
