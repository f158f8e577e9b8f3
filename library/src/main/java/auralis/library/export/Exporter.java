package auralis.library.export;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.AudioSink;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.master.MasteringChain;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.PlanSentences;
import auralis.dsp.meter.LoudnessMeter;
import auralis.dsp.meter.TruePeakMeter;
import auralis.dsp.resample.Dither;
import auralis.dsp.resample.Quantizer;
import auralis.dsp.resample.ResampledSource;
import auralis.library.Library;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.media.MediaException;
import auralis.library.media.MediaFormat;
import auralis.library.media.MediaSource;
import auralis.library.media.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Masters files into files, one batch of them. For each: analysis and plan from the library, then
 *
 * <pre>decoder → rate → chain → dither → encoder</pre>
 *
 * with a meter before the encoder. The source is only read; the result has its name only when it is
 * complete.
 */
public final class Exporter {
    private static final int BLOCK_FRAMES = 8192;

    private final Library library;
    private final Targets targets = new Targets();

    public Exporter(Library library) {
        this.library = library;
    }

    /**
     * @throws IOException with a sentence for the user: which file, what is wrong, what to do
     * @throws InterruptedException when cancelled; nothing is left behind
     */
    public ExportResult export(ExportRequest request, Progress progress)
            throws IOException, InterruptedException {
        Path source = request.source();
        MediaFormat media;
        try (MediaSource opened = Media.open(source)) {
            media = opened.media();
            requireStereo(source, media);
            announce(opened, request.output().sampleRate(media), progress);
        }
        Encoding encoding = request.output().encoding(media);
        Files.createDirectories(request.folder());
        String name = request.name().expand(fields(request));
        Optional<Path> target =
                targets.choose(
                        source, request.folder(), name, encoding.extension(), request.ifExists());
        return target.isEmpty()
                ? ExportResult.skipped(source)
                : write(request, media, encoding, target.get(), progress);
    }

    private static void requireStereo(Path source, MediaFormat media) throws MediaException {
        int channels = media.stream().channels();
        if (channels > 2) {
            throw new MediaException(
                    source,
                    "it has " + channels + " channels",
                    "Mastering works on mono and stereo; mix it down first.");
        }
    }

    /** The work is one pass to analyse, those to plan and one to write. */
    private static void announce(MediaSource source, int sampleRate, Progress progress) {
        double ratio = (double) sampleRate / source.format().sampleRate();
        double passes = 1 + ratio * (MasteringPlanner.MAX_PASSES + 1);
        progress.total((long) (source.frames().orElse(0) * passes));
    }

    private static Map<String, String> fields(ExportRequest request) {
        Map<String, String> fields = Tags.read(request.source()).fields();
        String file = request.source().getFileName().toString();
        int dot = file.lastIndexOf('.');
        String name = dot > 0 ? file.substring(0, dot) : file;
        fields.put("name", name);
        fields.put("preset", request.preset().name());
        fields.computeIfPresent("title", (key, title) -> title.isEmpty() ? name : title);
        return fields;
    }

    private ExportResult write(
            ExportRequest request,
            MediaFormat media,
            Encoding encoding,
            Path target,
            Progress progress)
            throws IOException, InterruptedException {
        Path file = request.source();
        int rate = request.output().sampleRate(media);
        progress.phase("analysing");
        TrackAnalysis analysis = library.analysis(file, progress);
        progress.phase("planning");
        MasteringPlan plan =
                library.plan(file, analysis, request.preset().settings(), rate, progress);
        progress.phase("writing");
        Measurement after;
        try (AudioSource source = ResampledSource.of(Media.open(file), rate);
                AudioSource mastered = new ProcessedSource(source, new MasteringChain(plan));
                AudioSink sink = Media.create(target, source.format(), encoding, file)) {
            Quantizer quantizer = quantizer(encoding, plan, media, rate);
            after = copy(mastered, quantizer, sink, progress);
            progress.phase("verifying");
            sink.commit();
        }
        return new ExportResult(
                file,
                Optional.of(target),
                Optional.of(Measurement.of(analysis.loudness(), analysis.peaks())),
                Optional.of(after),
                Optional.of(plan),
                PlanSentences.of(plan),
                analysis.seconds());
    }

    /** Dither wherever bits are lost: not for float, not for samples that fit as they are. */
    private static Quantizer quantizer(
            Encoding encoding, MasteringPlan plan, MediaFormat media, int rate) {
        OptionalInt bits = encoding.integerBits();
        if (bits.isEmpty()) {
            return null;
        }
        boolean untouched = plan.isNeutral() && rate == media.stream().sampleRate();
        boolean fits = untouched && media.bitDepth().orElse(64) <= bits.getAsInt();
        return new Quantizer(bits.getAsInt(), fits ? Dither.NONE : Dither.TPDF);
    }

    private static Measurement copy(
            AudioSource source, AudioProcessor quantizer, AudioSink sink, Progress progress)
            throws IOException, InterruptedException {
        StreamFormat format = source.format();
        LoudnessMeter loudness = new LoudnessMeter();
        TruePeakMeter peak = new TruePeakMeter();
        loudness.prepare(format, BLOCK_FRAMES);
        peak.prepare(format, BLOCK_FRAMES);
        if (quantizer != null) {
            quantizer.prepare(format, BLOCK_FRAMES);
        }
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
}
