package auralis.library.separate.neural;

import auralis.dsp.separate.Stem;
import auralis.library.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What is known of public MDX-Net models, whose files do not tell their parameters. */
final class MdxTable {
    /** The sum is that of the end of a file. */
    private static final long TAIL_BYTES = 10_240_000;

    private static final int CHUNK = 1 << 16;

    /**
     * A model.
     *
     * @param stem that it gives
     */
    record Entry(String md5, int nFft, double compensate, Stem stem) {}

    private record Table(List<Entry> models) {}

    private MdxTable() {}

    static Optional<Entry> lookUp(Path model) throws IOException {
        String md5 = md5(model);
        return entries().stream().filter(entry -> entry.md5().equals(md5)).findFirst();
    }

    static List<Entry> entries() throws IOException {
        try (InputStream in = MdxTable.class.getResourceAsStream("mdx.json")) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Json.read(json, Table.class).models();
        }
    }

    /** Of the last 10 240 000 bytes, or of all if it has fewer. */
    static String md5(Path model) throws IOException {
        try (FileChannel channel = FileChannel.open(model)) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            while (channel.read(chunk) >= 0) {
                digest.update(chunk.flip());
                chunk.clear();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("This Java cannot compute MD5. Use another one.", e);
        }
    }
}
