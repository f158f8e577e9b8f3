package auralis.library.transcribe.whisper;

import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/**
 * When the model may have invented what it says: the text repeats itself, or was hardly more likely
 * than others. Both limits are those of OpenAI's Whisper ({@code transcribe.py}).
 */
final class Suspicion {
    private static final double HIGHEST_COMPRESSION = 2.4;
    private static final double LOWEST_LOG_PROBABILITY = -1;

    private Suspicion() {}

    static boolean repeats(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(utf8);
            deflater.finish();
            int compressed = deflater.deflate(new byte[utf8.length + 64]);
            return (double) utf8.length / compressed > HIGHEST_COMPRESSION;
        } finally {
            deflater.end();
        }
    }

    /**
     * @param logProbability the mean of its pieces, natural logarithm
     */
    static boolean isUnlikely(double logProbability) {
        return logProbability < LOWEST_LOG_PROBABILITY;
    }
}
