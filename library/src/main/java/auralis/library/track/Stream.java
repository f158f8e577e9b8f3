package auralis.library.track;

import auralis.dsp.StreamFormat;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a file holds.
 *
 * @param codec such as {@code flac}
 * @param sampleRate in Hz
 * @param bitDepth of formats that have one
 */
public record Stream(
        Optional<String> codec,
        OptionalInt sampleRate,
        OptionalInt channels,
        OptionalInt bitDepth,
        OptionalDouble seconds) {

    public static final Stream UNKNOWN =
            new Stream(
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalDouble.empty());

    /** The same with what decoding told. */
    public Stream with(StreamFormat format, double decodedSeconds) {
        return new Stream(
                codec,
                OptionalInt.of(format.sampleRate()),
                OptionalInt.of(format.channels()),
                bitDepth,
                OptionalDouble.of(decodedSeconds));
    }
}
