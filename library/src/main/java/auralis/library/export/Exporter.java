package auralis.library.export;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.engine.FollowingSource;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.master.MasteringChain;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.PlanSentences;
import auralis.dsp.resample.Dither;
import auralis.dsp.resample.ResampledSource;
import auralis.library.Library;
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
 * Masters files into files, one batch of them. For each: analysis and plan from the library, then
 *
 * <pre>decoder → rate → chain → dither → encoder</pre>
 *
 * with a meter before the encoder. The source is only read; the result has its name only when it is
 * complete.
 */
public final class Exporter {
    /** Less than this over the ceiling is the meter's own uncertainty. */
    private static final double AUDIBLE_OVER_DB = 0.05;

    private final Library library;
    private final Targets targets;

    /**
     * @param sources all files of the batch, none of which is ever replaced
     */
    public Exporter(Library library, Collection<Path> sources) throws IOException {
        this.library = library;
        this.targets = new Targets(sources);
    }

    /**
     * @throws IOException with a sentence for the user: which file, what is wrong, what to do
     * @throws InterruptedException when cancelled; nothing is left behind
     */
    public ExportResult export(ExportRequest request, Progress progress)
            throws IOException, InterruptedException {
        return export(request, Optional.empty(), progress);
    }

    /**
     * Masters a file into the one that was planned for it.
     *
     * @param albums where the plan comes from for a part of an album
     * @param commitment is told the result before it has its name
     * @throws IOException as {@link #export(ExportRequest, Progress)}
     */
    public ExportResult export(
            ExportOrder order,
            AlbumPlans albums,
            Progress progress,
            Commitment<ExportResult> commitment)
            throws IOException, InterruptedException {
        ExportRequest request = order.request();
        Optional<AlbumPlan> album =
                order.album().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                albums.of(
                                        order.album(),
                                        request.preset().settings(),
                                        request.output(),
                                        progress));
        ExportResult result = export(request, album, progress);
        commitment.before(result);
        return result;
    }

    /**
     * Masters a file of an album by a plan that was made for all of it.
     *
     * @throws IOException as {@link #export(ExportRequest, Progress)}
     */
    public ExportResult export(ExportRequest request, AlbumPlan plan, Progress progress)
            throws IOException, InterruptedException {
        return export(request, Optional.of(plan), progress);
    }

    private ExportResult export(ExportRequest request, Optional<AlbumPlan> plan, Progress progress)
            throws IOException, InterruptedException {
        try {
            return chosen(request, plan, progress);
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    private ExportResult chosen(ExportRequest request, Optional<AlbumPlan> plan, Progress progress)
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
        String name =
                request.name().expand(SourceFields.of(request.source(), request.preset().name()));
        Optional<Path> target =
                targets.choose(request.folder(), name, encoding.extension(), request.ifExists());
        return target.isEmpty()
                ? ExportResult.skipped(source)
                : write(request, plan, media, encoding, target.get(), progress);
    }

    /**
     * @throws MediaException when the file has more channels than mastering works on
     */
    public static void requireStereo(Path source, MediaFormat media) throws MediaException {
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
        double passes = 1 + 2 * ratio;
        progress.total((long) (source.frames().orElse(0) * passes));
    }

    private ExportResult write(
            ExportRequest request,
            Optional<AlbumPlan> album,
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
                album.isPresent()
                        ? album.get().plan(file)
                        : library.plan(file, analysis, request.preset().settings(), rate, progress);
        MasteringChain chain = new MasteringChain(plan, library.effects());
        Optional<Path> before = album.flatMap(a -> a.before(file));
        Measurement after;
        try (AudioSource mastered = mastered(file, before, rate, chain)) {
            Dither dither = StreamWriter.dither(encoding, media, rate, plan.isNeutral());
            after = new StreamWriter(target, encoding, file).write(mastered, dither, progress);
        }
        library.addVersion(
                file, target, request.preset(), after.integratedLufs(), after.truePeakDbtp());
        List<String> warnings = new ArrayList<>(TrackWarnings.of(analysis));
        warnings.addAll(ceilingWarning(after, plan));
        warnings.addAll(chain.failures());
        return new ExportResult(
                file,
                Optional.of(target),
                Optional.of(Measurement.of(analysis.loudness(), analysis.peaks())),
                Optional.of(after),
                Optional.of(plan),
                PlanSentences.of(plan),
                warnings,
                analysis.seconds());
    }

    /** A track of an album goes on where the one before it ended. */
    private static AudioSource mastered(
            Path file, Optional<Path> before, int rate, MasteringChain chain) throws IOException {
        AudioSource source = ResampledSource.of(Media.open(file), rate);
        if (before.isEmpty()) {
            return new ProcessedSource(source, chain);
        }
        AudioSource tail;
        try {
            tail = ResampledSource.of(Media.open(before.get()), rate);
        } catch (IOException e) {
            try (source) {
                throw e;
            }
        }
        if (tail.frames().isEmpty()) {
            tail.close();
            return new ProcessedSource(source, chain);
        }
        return new FollowingSource(tail, source, chain, MasteringChain.PREROLL_SECONDS);
    }

    private static List<String> ceilingWarning(Measurement after, MasteringPlan plan) {
        double over = after.truePeakDbtp().orElse(plan.ceilingDbtp()) - plan.ceilingDbtp();
        if (plan.isNeutral() || over < AUDIBLE_OVER_DB) {
            return List.of();
        }
        return List.of(
                String.format(
                        Locale.ROOT,
                        "The encoder raised true peaks to %.1f dBTP; a ceiling %.1f dB lower keeps"
                                + " them under %.1f.",
                        after.truePeakDbtp().getAsDouble(),
                        over,
                        plan.ceilingDbtp()));
    }
}
