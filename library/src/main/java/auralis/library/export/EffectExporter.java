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
import auralis.library.export.StreamWriter.Written;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.media.MediaException;
import auralis.library.media.MediaFormat;
import auralis.library.track.TrackWarnings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends files through a rack of effects into files, without mastering:
 *
 * <pre>decoder → rate → rack → dither → encoder</pre>
 *
 * The source is only read; the result has its name only when it is complete, read again and
 * measured.
 */
public final class EffectExporter {
    private final EffectCatalogue catalogue;
    private final Placing placing;

    /**
     * For one batch.
     *
     * @param sources all files of the batch in its order, none of which is ever replaced
     */
    public EffectExporter(EffectCatalogue catalogue, Collection<Path> sources) throws IOException {
        this.catalogue = catalogue;
        this.placing = new Placing(sources);
    }

    /**
     * For orders whose results were planned.
     *
     * @param taken what other work is going to write
     */
    public EffectExporter(EffectCatalogue catalogue, Taken taken) {
        this.catalogue = catalogue;
        this.placing = new Placing(taken);
    }

    /**
     * Plans a file for the result and writes it.
     *
     * @throws IOException with a sentence for the user: which file, what is wrong, what to do
     * @throws InterruptedException when cancelled; nothing is left behind
     */
    public EffectResult export(EffectRequest request, Progress progress)
            throws IOException, InterruptedException {
        Optional<Path> target = placing.plan(request);
        return target.isEmpty()
                ? EffectResult.SKIPPED
                : export(new EffectOrder(request, target), progress, result -> {});
    }

    /**
     * Writes the file that was planned, or another where that is no longer right.
     *
     * @param commitment is told the result before it has its name
     * @throws IOException as {@link #export(EffectRequest, Progress)}
     */
    public EffectResult export(
            EffectOrder order, Progress progress, Commitment<EffectResult> commitment)
            throws IOException, InterruptedException {
        return placing.write(
                        order, (draft, target) -> write(order, draft, target, progress, commitment))
                .orElse(EffectResult.SKIPPED);
    }

    /**
     * Ends an order whose result got its name before that could be told.
     *
     * @param remembered what the attempt committed to
     * @return false when there is no such file, so that the order has to be carried out again
     */
    public boolean isDone(EffectOrder order, EffectResult remembered) throws IOException {
        if (!remembered.stands()) {
            return false;
        }
        cleanUp(order);
        return true;
    }

    /** Removes what an attempt left behind whose process was killed. */
    public void cleanUp(EffectOrder order) throws IOException {
        placing.cleanUp(order);
    }

    static void requireStereo(Path source, MediaFormat media) throws MediaException {
        int channels = media.stream().channels();
        if (channels > 2) {
            throw new MediaException(
                    source,
                    "it has " + channels + " channels",
                    "Effects work on mono and stereo; mix it down first.");
        }
    }

    private EffectResult write(
            EffectOrder order,
            Draft draft,
            Path target,
            Progress progress,
            Commitment<EffectResult> commitment)
            throws IOException, InterruptedException {
        EffectRequest request = order.request();
        Encoding encoding = draft.encoding();
        EffectRack rack = new EffectRack(request.rack(), catalogue);
        PeakHold peak = new PeakHold(rack);
        progress.total((long) (2 * draft.seconds().orElse(0) * draft.sampleRate()));
        Dither dither =
                StreamWriter.dither(
                        encoding, draft.media(), draft.sampleRate(), request.rack().isNeutral());
        StreamWriter writer =
                new StreamWriter(
                        target, encoding, request.source(), draft.bytes(), request.ifExists());
        try (AudioSource source =
                        ResampledSource.of(Media.open(request.source()), draft.sampleRate());
                AudioSource longer = new LongerSource(source, request.tailSeconds());
                AudioSource effected = new ProcessedSource(longer, peak);
                Written written = writer.write(effected, dither, 0, progress)) {
            List<String> warnings =
                    new ArrayList<>(TrackWarnings.of(source.format(), source.damage()));
            order.changeWarning().ifPresent(warnings::add);
            warnings.addAll(rack.failures());
            warnings.addAll(peak.warning(encoding));
            double seconds = effected.format().seconds(peak.frames - rack.latency());
            EffectResult result =
                    new EffectResult(
                            Optional.of(target),
                            Optional.of(written.measured()),
                            warnings,
                            seconds,
                            Optional.of(written.content()));
            commitment.before(result);
            written.commit();
            return result;
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
