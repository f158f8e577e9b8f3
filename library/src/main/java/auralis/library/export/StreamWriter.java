package auralis.library.export;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.analysis.Listening;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.resample.Dither;
import auralis.dsp.resample.Quantizer;
import auralis.library.media.ContentSignature;
import auralis.library.media.Encoding;
import auralis.library.media.FileHash;
import auralis.library.media.Media;
import auralis.library.media.MediaFormat;
import auralis.library.media.MediaSink;
import auralis.library.media.MediaSource;
import auralis.library.tag.TagEdit;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Writes a stream into a file, dither → encoder, and reads the file again: what is measured is what
 * stands in it.
 *
 * @param original whose tags the file gets
 * @param bytes of the file, about
 * @param ifExists by which the target was chosen
 */
record StreamWriter(
        Path target, Encoding encoding, Path original, long bytes, OverwritePolicy ifExists) {

    /** A complete file without its name, which it gets by {@link #commit()}. */
    record Written(MediaSink sink, ResultAnalyzer.Result heard) implements Closeable {
        Measurement measured() {
            return heard.measurement();
        }

        /** Says more in its tags. */
        void say(TagEdit edit) throws IOException {
            Media.addTags(sink.part(), edit);
        }

        /** Names the content that it has now. */
        String content() throws IOException {
            return ContentSignature.of(sink.part());
        }

        String sha256(Progress progress) throws IOException, InterruptedException {
            return FileHash.sha256(sink.part(), progress.uncounted());
        }

        void commit() throws IOException {
            sink.commit();
        }

        @Override
        public void close() throws IOException {
            sink.close();
        }
    }

    /** Dither wherever bits are lost: not for samples that fit as they are. */
    static Dither dither(Encoding encoding, MediaFormat media, int rate, boolean unchanged) {
        boolean untouched = unchanged && rate == media.stream().sampleRate();
        int bits = encoding.integerBits().orElse(0);
        return untouched && media.bitDepth().orElse(64) <= bits ? Dither.NONE : Dither.TPDF;
    }

    /**
     * Reads the stream to its end.
     *
     * @param start the frame of the whole track at which the stream begins
     * @param progress is advanced twice by its frames
     */
    Written write(AudioSource stream, Dither dither, long start, Progress progress)
            throws IOException, InterruptedException {
        progress.phase("writing");
        Media.requireStillFree(target, ifExists == OverwritePolicy.REPLACE);
        MediaSink sink = Media.create(target, stream.format(), encoding, original, bytes);
        try {
            Listening.listen(quantized(stream, dither, start), sink::write, progress);
            progress.phase("verifying");
            return new Written(sink, measure(sink, progress));
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            try (sink) {
                throw e;
            }
        }
    }

    private static ResultAnalyzer.Result measure(MediaSink sink, Progress progress)
            throws IOException, InterruptedException {
        try (MediaSource source = sink.reread()) {
            ResultAnalyzer meters = new ResultAnalyzer();
            Listening.listen(source, List.of(meters), progress);
            return meters.result();
        }
    }

    /** As it is where the encoder takes floats. */
    private AudioSource quantized(AudioSource stream, Dither dither, long start) {
        OptionalInt bits = encoding.integerBits();
        if (bits.isEmpty()) {
            return stream;
        }
        Quantizer quantizer = new Quantizer(bits.getAsInt(), dither);
        AudioSource quantized = new ProcessedSource(stream, quantizer);
        quantizer.position(start);
        return quantized;
    }
}
