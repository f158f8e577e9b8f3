package auralis.library.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names the content of a file, so that what was computed once is found again after a move, a copy
 * or a touch, and never for another content: the size, and a SHA-256 over the whole of a small
 * file, or over 33 pieces spread evenly from the first byte to the last of a large one, which costs
 * the same for any length.
 */
public final class ContentSignature {
    private static final int PIECE_BYTES = 64 * 1024;
    private static final int PIECES = 33;

    private ContentSignature() {}

    public static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        long size = Files.size(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (size <= (long) PIECE_BYTES * PIECES) {
                update(digest, channel, 0, (int) size);
            } else {
                for (int piece = 0; piece < PIECES; piece++) {
                    update(
                            digest,
                            channel,
                            (size - PIECE_BYTES) / (PIECES - 1) * piece,
                            PIECE_BYTES);
                }
                update(digest, channel, size - PIECE_BYTES, PIECE_BYTES);
            }
        }
        return Long.toHexString(size) + "-" + HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static void update(MessageDigest digest, FileChannel channel, long from, int length)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                break;
            }
        }
        digest.update(buffer.flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
