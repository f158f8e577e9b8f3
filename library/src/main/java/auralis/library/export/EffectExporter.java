package auralis.library.export;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.AudioSource;
import auralis.dsp.Decibels;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.effect.EffectRack;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.resample.Dither;
import auralis.dsp.resample.ResampledSource;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.media.MediaException;
import auralis.library.media.MediaFormat;
import auralis.library.media.MediaSource;
import auralis.library.track.TrackWarnings;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends files through a rack of effects into files, one batch of them, without mastering:
 *
 * <pre>decoder → rate → rack → dither → encoder</pre>
 *
 * The source is only read; the result has its name only when it is complete.
 */
public final class EffectExporter {
    private final EffectCatalogue catalogue;
    private final Targets targets;

    /**
     * @param sources all files of the batch, none of which is ever replaced
     */
    public EffectExporter(EffectCatalogue catalogue, Collection<Path> sources) throws IOException {
        this.catalogue = catalogue;
        this.targets = new Targets(sources);
    }

    /**
     * @throws IOException with a sentence for the user: which file, what is wrong, what to do
     * @throws InterruptedException when cancelled; nothing is left behind
     */
    public EffectResult export(EffectRequest request, Progress progress)
            throws IOException, InterruptedException {
        try {
            return chosen(request, progress);
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    private EffectResult chosen(EffectRequest request, Progress progress)
            throws IOException, InterruptedException {
        MediaFormat media = format(request.source());
        Encoding encoding = request.output().encoding(media);
        Files.createDirectories(request.folder());
        String name = request.name().expand(SourceFields.of(request.source(), ""));
        Optional<Path> target =
                targets.choose(request.folder(), name, encoding.extension(), request.ifExists());
        return target.isEmpty()
                ? EffectResult.SKIPPED
                : write(
                        request,
                        media,
                        new StreamWriter(target.get(), encoding, request.source()),
                        progress);
    }

    private static MediaFormat format(Path source) throws IOException {
        try (MediaSource opened = Media.open(source)) {
            int channels = opened.media().stream().channels();
            if (channels > 2) {
                throw new MediaException(
                        source,
                        "it has " + channels + " channels",
                        "Effects work on mono and stereo; mix it down first.");
            }
            return opened.media();
        }
    }

    private EffectResult write(
            EffectRequest request, MediaFormat media, StreamWriter writer, Progress progress)
            throws IOException, InterruptedException {
        int rate = request.output().sampleRate(media);
        EffectRack rack = new EffectRack(request.rack(), catalogue);
        PeakHold peak = new PeakHold(rack);
        try (AudioSource source = ResampledSource.of(Media.open(request.source()), rate);
                AudioSource longer = new LongerSource(source, request.tailSeconds());
                AudioSource effected = new ProcessedSource(longer, peak)) {
            effected.frames().ifPresent(progress::total);
            Dither dither =
                    StreamWriter.dither(writer.encoding(), media, rate, request.rack().isNeutral());
            Measurement after = writer.write(effected, dither, progress);
            List<String> warnings =
                    new ArrayList<>(TrackWarnings.of(source.format(), source.damage()));
            warnings.addAll(rack.failures());
            warnings.addAll(peak.warning(writer.encoding()));
            double seconds = effected.format().seconds(peak.frames - rack.latency());
            return new EffectResult(
                    Optional.of(writer.target()), Optional.of(after), warnings, seconds);
        }
    }

    /** Remembers how high the samples behind a processor rise, before anything cuts them off. */
    private static final class PeakHold implements AudioProcessor {
        private final AudioProcessor processor;
        private float peak;
        private long frames;

        PeakHold(AudioProcessor processor) {
            this.processor = processor;
        }

        List<String> warning(Encoding encoding) {
            boolean takesAll = encoding.lossless() && encoding.integerBits().isEmpty();
            if (peak <= 1 || takesAll) {
                return List.of();
            }
            double overDb = Decibels.ofGain(peak);
            return List.of(
                    String.format(
                            Locale.ROOT,
                            "The effects raised peaks to %+.1f dBFS, which were cut off; a gain of"
                                    + " %.1f dB at the end, or 32-bit WAV, keeps them.",
                            overDb,
                            -Math.ceil(10 * overDb) / 10));
        }

        @Override
        public void prepare(StreamFormat format, int maxFrames) {
            processor.prepare(format, maxFrames);
        }

        @Override
        public void process(AudioBlock block) {
            processor.process(block);
            peak = Math.max(peak, block.peak());
            frames += block.frames();
        }

        @Override
        public void reset() {
            processor.reset();
        }

        @Override
        public int latency() {
            return processor.latency();
        }
    }
}
