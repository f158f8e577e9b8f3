package auralis.app.export;

import auralis.library.export.OutputFormat;
import java.util.OptionalDouble;

/**
 * About how large results become. FLAC keeps some 60 % of music at 16 bits and more of every bit
 * beyond, which are nearly noise; MP3 is written at a constant rate.
 */
final class SizeEstimate {
    private static final double MP3_BYTES_PER_SECOND = 320_000 / 8.0;
    private static final double FLAC_SHARE = 0.65;
    private static final int USUAL_RATE = 44_100;
    private static final int USUAL_DEPTH = 24;
    private static final int CHANNELS = 2;

    private SizeEstimate() {}

    /**
     * @param seconds of all sources
     * @return bytes; empty when that is not known
     */
    static OptionalDouble bytes(OutputFormat output, double seconds) {
        if (seconds <= 0) {
            return OptionalDouble.empty();
        }
        double rate = output.sampleRate().orElse(USUAL_RATE);
        double pcm = seconds * rate * CHANNELS * output.bitDepth().orElse(USUAL_DEPTH) / 8;
        return OptionalDouble.of(
                switch (output.container()) {
                    case MP3 -> seconds * MP3_BYTES_PER_SECOND;
                    case WAV -> pcm;
                    case FLAC, SOURCE -> pcm * FLAC_SHARE;
                });
    }
}
