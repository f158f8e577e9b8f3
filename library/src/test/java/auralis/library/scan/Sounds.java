package auralis.library.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small WAV files: mono, 16 bit, 8 kHz. */
final class Sounds {
    private static final int RATE = 8000;
    private static final int FRAMES = 800;

    private Sounds() {}

    /** A tenth of a second, of other content for each number. */
    static Path write(Path file, int number) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, wav(number));
    }

    static byte[] wav(int number) {
        ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * FRAMES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * FRAMES);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        bytes.putShort((short) 2).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            bytes.putShort((short) (number + i % 50));
        }
        return bytes.array();
    }
}
