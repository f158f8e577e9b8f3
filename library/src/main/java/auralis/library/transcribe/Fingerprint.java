package auralis.library.transcribe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A recording as it was when it was looked at: work that has begun goes on only with the same.
 *
 * @param sha256 of the first and the last MiB
 */
record Fingerprint(long bytes, long modifiedMillis, String sha256) {
    private static final int END_BYTES = 1 << 20;
    private static final int KEY_BYTES = 12;

    static Fingerprint of(Path file) throws IOException {
        MessageDigest digest = digest();
        try (FileChannel channel = FileChannel.open(file)) {
            update(digest, channel, 0);
            update(digest, channel, Math.max(0, channel.size() - END_BYTES));
            return new Fingerprint(
                    channel.size(),
                    Files.getLastModifiedTime(file).toMillis(),
                    HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static void update(MessageDigest digest, FileChannel channel, long from)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(END_BYTES);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            continue;
        }
        digest.update(bytes.flip());
    }

    /** A short name for a text. */
    static String key(String text) {
        byte[] digest = digest().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
