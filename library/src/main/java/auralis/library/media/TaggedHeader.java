package auralis.library.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.audio.AudioHeader;
import org.jaudiotagger.audio.exceptions.CannotReadException;
import org.jaudiotagger.audio.exceptions.InvalidAudioFrameException;
import org.jaudiotagger.audio.exceptions.ReadOnlyFileException;
import org.jaudiotagger.tag.TagException;

/** The header of a file as the tag library sees it, for containers that are not read here. */
final class TaggedHeader {
    private TaggedHeader() {}

    /** Unknown where the tag library does not know the kind, which is no reason not to hear it. */
    static StreamHeader read(Path file) throws IOException {
        try {
            return of(AudioFileIO.read(file.toFile()).getAudioHeader());
        } catch (CannotReadException
                | TagException
                | ReadOnlyFileException
                | InvalidAudioFrameException
                | RuntimeException e) {
            return StreamHeader.UNKNOWN;
        }
    }

    private static StreamHeader of(AudioHeader header) {
        OptionalInt rate = positive(header.getSampleRateAsNumber());
        Optional<String> codec = codec(String.valueOf(header.getEncodingType()));
        boolean lossless = codec.isPresent() && codec.get().equals("alac");
        double seconds = header.getPreciseTrackLength();
        return new StreamHeader(
                codec,
                rate,
                channels(String.valueOf(header.getChannels())),
                lossless ? positive(header.getBitsPerSample()) : OptionalInt.empty(),
                seconds > 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty());
    }

    private static Optional<String> codec(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("lossless") || lower.contains("alac")) {
            return Optional.of("alac");
        }
        return lower.contains("aac") ? Optional.of("aac") : Optional.empty();
    }

    /** The library tells a number, or a word. */
    private static OptionalInt channels(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "mono" -> OptionalInt.of(1);
            case "2", "stereo", "joint stereo" -> OptionalInt.of(2);
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt positive(int value) {
        return value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
    }
}
