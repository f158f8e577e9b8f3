package auralis.library.media;

import auralis.dsp.wav.AiffSource;
import auralis.dsp.wav.PcmException;
import auralis.dsp.wav.PcmSource;
import auralis.dsp.wav.WavSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a file says about its sound before anything is decoded: a promise, which the decoder may
 * find broken. Read from a few kilobytes, so that thousands of files can be listed in seconds.
 *
 * @param codec as {@link MediaFormat} names it; empty, as is the rest, when it cannot be told
 *     cheaply
 * @param sampleRate in Hz
 * @param bitDepth of formats that have one
 */
public record StreamHeader(
        Optional<String> codec,
        OptionalInt sampleRate,
        OptionalInt channels,
        OptionalInt bitDepth,
        OptionalDouble seconds) {

    static final StreamHeader UNKNOWN =
            new StreamHeader(
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalDouble.empty());

    static StreamHeader of(
            String codec, int sampleRate, int channels, OptionalInt bitDepth, double frames) {
        return new StreamHeader(
                Optional.of(codec),
                OptionalInt.of(sampleRate),
                OptionalInt.of(channels),
                bitDepth,
                frames > 0 && sampleRate > 0
                        ? OptionalDouble.of(frames / sampleRate)
                        : OptionalDouble.empty());
    }

    /**
     * @throws MediaException when the file is no sound or cannot be read
     */
    public static StreamHeader read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long start = Id3v2.end(channel);
            Magic magic = Magic.of(channel, start);
            return switch (magic) {
                case WAV, AIFF -> pcm(magic, channel);
                case FLAC -> flac(FlacHeader.read(file, channel));
                case MP3 -> Mp3Header.read(channel, start);
                case OTHER_SOUND -> {
                    StreamHeader ogg = OggHeader.read(channel);
                    yield ogg.codec().isPresent() ? ogg : TaggedHeader.read(file);
                }
                case EMPTY, TEXT, PICTURE, UNKNOWN -> throw magic.refusal(file);
            };
        } catch (IOException e) {
            throw ReadFault.explain(file, e);
        }
    }

    private static StreamHeader pcm(Magic magic, FileChannel channel) throws IOException {
        channel.position(0);
        try {
            PcmSource source =
                    magic == Magic.WAV ? new WavSource(channel) : new AiffSource(channel);
            return of(
                    magic == Magic.WAV ? "wav" : "aiff",
                    source.format().sampleRate(),
                    source.format().channels(),
                    OptionalInt.of(source.bitDepth()),
                    source.frames().orElse(0));
        } catch (PcmException e) {
            if (e.reason() == PcmException.Reason.OTHER_CODEC) {
                return UNKNOWN;
            }
            throw e;
        }
    }

    private static StreamHeader flac(FlacHeader header) {
        return of(
                "flac",
                header.sampleRate(),
                header.channels(),
                OptionalInt.of(header.bitDepth()),
                header.totalFrames());
    }
}
