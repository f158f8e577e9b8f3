package auralis.library.export;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioSink;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.analysis.Listening;
import auralis.dsp.engine.ProcessedSource;
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
            measured = copy(quantized(stream, dither), sink, progress);
            progress.phase("verifying");
            sink.commit();
        }
        return encoding.lossless() ? measured : measure(progress);
    }

    private Measurement copy(AudioSource source, AudioSink sink, Progress progress)
            throws IOException, InterruptedException {
        LoudnessMeter loudness = new LoudnessMeter();
        TruePeakMeter peak = new TruePeakMeter();
        List<Analyzer<?>> meters = List.of(loudness, peak);
        Listening.prepare(meters, source);
        Listening.listen(
                source,
                block -> {
                    meters.forEach(meter -> meter.process(block));
                    sink.write(block);
                },
                progress);
        return Measurement.of(loudness.result(), peak.result());
    }

    /** As it is where the encoder takes floats. */
    private AudioSource quantized(AudioSource stream, Dither dither) {
        OptionalInt bits = encoding.integerBits();
        return bits.isEmpty()
                ? stream
                : new ProcessedSource(stream, new Quantizer(bits.getAsInt(), dither));
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
