package auralis.library.export;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.analysis.Listening;
import auralis.dsp.meter.LoudnessMeter;
import auralis.dsp.meter.TruePeakMeter;
import auralis.dsp.resample.Dither;
import auralis.dsp.resample.Quantizer;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.media.MediaFormat;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Writes a stream into a file: dither → meter → encoder. The file has its name only when it is
 * complete.
 *
 * @param original whose tags the file gets
 */
record StreamWriter(Path target, Encoding encoding, Path original) {
    private static final int BLOCK_FRAMES = 8192;

    /** Dither wherever bits are lost: not for samples that fit as they are. */
    static Dither dither(Encoding encoding, MediaFormat media, int rate, boolean unchanged) {
        boolean untouched = unchanged && rate == media.stream().sampleRate();
        int bits = encoding.integerBits().orElse(0);
        return untouched && media.bitDepth().orElse(64) <= bits ? Dither.NONE : Dither.TPDF;
    }

    /**
     * Reads the stream to its end.
     *
     * @param progress is advanced by its frames
     * @return of what stands in the file
     */
    Measurement write(AudioSource stream, Dither dither, Progress progress)
            throws IOException, InterruptedException {
        Measurement measured;
        progress.phase("writing");
        try (AudioSink sink = Media.create(target, stream.format(), encoding, original)) {
            measured = copy(stream, dither, sink, progress);
            progress.phase("verifying");
            sink.commit();
        }
        return encoding.lossless() ? measured : measure(progress);
    }

    private Measurement copy(AudioSource source, Dither dither, AudioSink sink, Progress progress)
            throws IOException, InterruptedException {
        StreamFormat format = source.format();
        LoudnessMeter loudness = new LoudnessMeter();
        TruePeakMeter peak = new TruePeakMeter();
        loudness.prepare(format, BLOCK_FRAMES);
        peak.prepare(format, BLOCK_FRAMES);
        Quantizer quantizer = quantizer(dither, format);
        AudioBlock block = new AudioBlock(format.channels(), BLOCK_FRAMES);
        for (int frames = source.read(block); frames >= 0; frames = source.read(block.all())) {
            block.first(frames);
            if (quantizer != null) {
                quantizer.process(block);
            }
            loudness.process(block);
            peak.process(block);
            sink.write(block);
            progress.advance(frames);
            progress.checkpoint();
        }
        return Measurement.of(loudness.result(), peak.result());
    }

    /** None where the encoder takes floats. */
    private Quantizer quantizer(Dither dither, StreamFormat format) {
        OptionalInt bits = encoding.integerBits();
        if (bits.isEmpty()) {
            return null;
        }
        Quantizer quantizer = new Quantizer(bits.getAsInt(), dither);
        quantizer.prepare(format, BLOCK_FRAMES);
        return quantizer;
    }

    /** What a lossy encoder made of it is known only by decoding it again. */
    private Measurement measure(Progress progress) throws IOException, InterruptedException {
        try (MediaSource source = Media.open(target)) {
            LoudnessMeter loudness = new LoudnessMeter();
            TruePeakMeter peak = new TruePeakMeter();
            Listening.listen(source, List.of(loudness, peak), progress);
            return Measurement.of(loudness.result(), peak.result());
        }
    }
}
