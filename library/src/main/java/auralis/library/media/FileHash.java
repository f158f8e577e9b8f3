package auralis.library.media;

import auralis.dsp.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a whole file, as {@code sha256sum} prints it. */
public final class FileHash {
    private static final int CHUNK_BYTES = 1 << 18;

    private FileHash() {}

    /**
     * @param progress is advanced by the bytes
     * @throws IOException with the file and what to do
     */
    public static String sha256(Path file, Progress progress)
            throws IOException, InterruptedException {
        MessageDigest digest = sha256();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
        try (FileChannel channel = FileChannel.open(file)) {
            for (int n = channel.read(chunk); n >= 0; n = channel.read(chunk.clear())) {
                digest.update(chunk.flip());
                progress.advance(n);
                progress.checkpoint();
            }
        } catch (IOException e) {
            throw Media.explain(file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
