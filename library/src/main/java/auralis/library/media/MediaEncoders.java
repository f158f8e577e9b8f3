package auralis.library.media;

import auralis.dsp.AudioSink;
import auralis.dsp.StreamFormat;
import auralis.dsp.wav.WavSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Files of sound to be written. */
final class MediaEncoders {
    /** The sample rates of MPEG-1, MPEG-2 and MPEG-2.5 layer III, in Hz. */
    private static final Set<Integer> MP3_RATES =
            Set.of(8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000);

    private MediaEncoders() {}

    /**
     * Starts a file that gets its name, over a file that may have it, only when it is committed:
     * complete, on the disk, and read again without a difference. Closing before leaves nothing.
     *
     * @param encoding integers (WAV, FLAC) take samples that were quantised to their bit depth
     * @param expectedBytes how long the file will be, about; 0 when that is not known
     * @throws MediaException when it cannot be written there, or not in this format
     */
    static MediaSink create(
            Path target,
            StreamFormat format,
            Encoding encoding,
            long expectedBytes,
            VerifiedSink.Finish finish)
            throws IOException {
        if (encoding.extension().equals("mp3")) {
            requireMp3(target, format);
        }
        try {
            AtomicFile file = AtomicFile.create(target);
            try {
                AudioSink sink = sink(target, file, format, encoding);
                return new VerifiedSink(
                        target, file, sink, format, encoding, expectedBytes, finish);
            } catch (IOException | RuntimeException | Error e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw VerifiedSink.explain(target, e);
        }
    }

    private static AudioSink sink(
            Path target, AtomicFile file, StreamFormat format, Encoding encoding)
            throws IOException {
        if (encoding instanceof Encoding.Wav wav) {
            return new WavSink(file.channel(), format, wav.bitDepth());
        }
        try {
            return new FfmpegSink(target, file.channel(), format, encoding);
        } catch (LinkageError e) {
            throw Ffmpeg.unavailable(target, e);
        }
    }

    private static void requireMp3(Path target, StreamFormat format) throws MediaException {
        if (format.channels() > 2) {
            throw new MediaException(
                    target,
                    "MP3 holds one or two channels, not " + format.channels(),
                    "Choose FLAC or WAV.");
        }
        if (!MP3_RATES.contains(format.sampleRate())) {
            throw new MediaException(
                    target,
                    "MP3 does not hold " + format.sampleRate() + " Hz",
                    "Choose 48000 Hz, or FLAC or WAV.");
        }
    }
}
