package auralis.library.export;

import auralis.dsp.Progress;
import auralis.library.media.Media;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a whole file, as {@code sha256sum} prints it. */
final class FileHash {
    private static final int CHUNK_BYTES = 1 << 18;

    private FileHash() {}

    /**
     * @param progress is asked whether to go on, and not advanced
     * @throws IOException with the file and what to do
     */
    static String sha256(Path file, Progress progress) throws IOException, InterruptedException {
        MessageDigest digest = sha256();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(chunk.clear()) >= 0) {
                digest.update(chunk.flip());
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
