package auralis.library.export;

import auralis.library.media.Encoding;
import auralis.library.media.MediaFormat;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How results are to be written, as far as the user said it.
 *
 * @param container of the file; {@code SOURCE}: as the source where that can be written, else FLAC
 * @param bitDepth 16, 24 or 32 (float, WAV only; FLAC takes 24 then); empty: as the source
 * @param sampleRate in Hz; empty: as the source
 */
public record OutputFormat(Container container, OptionalInt bitDepth, OptionalInt sampleRate) {
    public enum Container {
        WAV,
        FLAC,
        MP3,
        SOURCE
    }

    /** As the source, but of at least 24 bits where the format has bits. */
    public static final OutputFormat AS_SOURCE =
            new OutputFormat(Container.SOURCE, OptionalInt.of(24), OptionalInt.empty());

    private static final int MP3_KBPS = 320;
    private static final Set<Integer> MP3_RATES = Set.of(32_000, 44_100, 48_000);

    /** The encoding for a source of this format. */
    public Encoding encoding(MediaFormat source) {
        int depth = bitDepth.orElseGet(() -> sourceDepth(source));
        return switch (container(source)) {
            case WAV -> new Encoding.Wav(depth);
            case MP3 -> new Encoding.Mp3Constant(MP3_KBPS);
            default -> new Encoding.Flac(Math.min(24, depth));
        };
    }

    /**
     * As asked for or as the source; for MP3 the next of the rates of MPEG-1, because the slower
     * ones hold 160 kbit/s at most, and the encoder makes those 0.45 dB softer.
     */
    public int sampleRate(MediaFormat source) {
        int rate = source.stream().sampleRate();
        if (sampleRate.isPresent()) {
            return sampleRate.getAsInt();
        }
        boolean asItIs = container(source) != Container.MP3 || MP3_RATES.contains(rate);
        return asItIs ? rate : rate % 11_025 == 0 ? 44_100 : 48_000;
    }

    private Container container(MediaFormat source) {
        if (container != Container.SOURCE) {
            return container;
        }
        return switch (source.codec()) {
            case "wav" -> Container.WAV;
            case "mp3" -> Container.MP3;
            default -> Container.FLAC;
        };
    }

    private static int sourceDepth(MediaFormat source) {
        int depth = source.bitDepth().orElse(24);
        return depth <= 16 ? 16 : depth <= 24 ? 24 : 32;
    }
}
