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
import auralis.library.export.StreamWriter.Written;
import auralis.library.media.FileHash;
import auralis.library.media.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Masters one sound into one file: analysis, plan, and the chain as often as a lossy encoder needs
 * until its peaks stay under the ceiling.
 *
 * @param sound what is mastered
 * @param album where the plan comes from for a part of an album
 */
record Mastering(
        Library library,
        ExportOrder order,
        Sound sound,
        Draft draft,
        Path target,
        Optional<AlbumPlan> album,
        Progress progress) {

    /** How often a lossy file is mostly encoded: its peaks are nearly always over at first. */
    private static final int USUAL_ROUNDS = 2;

    private ExportRequest request() {
        return order.request();
    }

    /**
     * @param commitment is told the result before it has its name
     */
    ExportResult run(Commitment<ExportResult> commitment) throws IOException, InterruptedException {
        progress.total(units(draft, album.isPresent()));
        progress.phase("analysing");
        TrackAnalysis analysis = sound.analysis(progress);
        progress.phase("planning");
        ExportResult result = write(analysis, plan(analysis), commitment);
        addVersion(library, request(), result);
        return result;
    }

    /** A trial is no version of its track. */
    static void addVersion(Library library, ExportRequest request, ExportResult result)
            throws IOException {
        if (request.excerpt().isEmpty()) {
            Measurement after = result.after().orElseThrow();
            library.versions()
                    .add(
                            request.source(),
                            result.output().orElseThrow(),
                            request.preset(),
                            after.integratedLufs(),
                            after.truePeakDbtp());
        }
    }

    /** One pass to analyse, one to plan, and for each round one to write and one to verify. */
    static long units(Draft draft, boolean ofAlbum) {
        double ratio = (double) draft.sampleRate() / draft.media().stream().sampleRate();
        double heard = draft.frames().orElse(0) * (1 + (ofAlbum ? 0 : ratio));
        int rounds = draft.encoding().lossless() ? 1 : USUAL_ROUNDS;
        double written = draft.seconds().orElse(0) * draft.sampleRate();
        return (long) (heard + 2 * rounds * written);
    }

    private MasteringPlan plan(TrackAnalysis analysis) throws IOException, InterruptedException {
        return album.isPresent()
                ? album.get().plan(request().source())
                : sound.plan(analysis, request().preset().settings(), draft.sampleRate(), progress);
    }

    private ExportResult write(
            TrackAnalysis analysis, MasteringPlan wanted, Commitment<ExportResult> commitment)
            throws IOException, InterruptedException {
        MasteringPlan plan = wanted;
        for (int round = 1; ; round++) {
            MasteringChain chain = new MasteringChain(plan, library.effects());
            try (Written written = render(plan, chain, round)) {
                double overDb = overDb(written.measured(), wanted);
                if (overDb > 0 && !draft.encoding().lossless() && round < CodecCheck.MOST_ROUNDS) {
                    plan = plan.lowered(overDb);
                    continue;
                }
                written.say(
                        MasterTags.of(
                                written.measured(),
                                draft.encoding().extension(),
                                request().preset()));
                double loweredDb = wanted.ceilingDbtp() - plan.ceilingDbtp();
                ExportResult result =
                        result(
                                analysis,
                                plan,
                                chain,
                                written,
                                new CodecCheck(round, loweredDb, overDb));
                commitment.before(result);
                written.commit();
                return result;
            }
        }
    }

    private Written render(MasteringPlan plan, MasteringChain chain, int round)
            throws IOException, InterruptedException {
        Progress counted = round <= USUAL_ROUNDS ? progress : progress.uncounted();
        Dither dither =
                StreamWriter.dither(
                        draft.encoding(), draft.media(), draft.sampleRate(), plan.isNeutral());
        StreamWriter writer =
                new StreamWriter(
                        target,
                        draft.encoding(),
                        request().source(),
                        draft.bytes(),
                        request().ifExists());
        try (AudioSource mastered = mastered(chain)) {
            if (request().excerpt().isEmpty()) {
                return writer.write(mastered, dither, 0, counted);
            }
            // Closes nothing of its own.
            ExcerptSource part = new ExcerptSource(mastered, request().excerpt().get());
            return writer.write(part, dither, part.start(), counted);
        }
    }

    /** A track of an album goes on where the one before it ended. */
    private AudioSource mastered(MasteringChain chain) throws IOException {
        AudioSource source = resampled(sound.open());
        Optional<Path> before = album.flatMap(plan -> plan.before(request().source()));
        if (before.isEmpty()) {
            return new ProcessedSource(source, chain, MasteringChain.PREROLL_SECONDS);
        }
        AudioSource tail;
        try {
            tail = resampled(Media.open(before.get()));
        } catch (IOException e) {
            try (source) {
                throw e;
            }
        }
        if (tail.frames().isEmpty()) {
            tail.close();
            return new ProcessedSource(source, chain, MasteringChain.PREROLL_SECONDS);
        }
        return new FollowingSource(tail, source, chain, MasteringChain.PREROLL_SECONDS);
    }

    private AudioSource resampled(AudioSource source) {
        return ResampledSource.of(source, draft.sampleRate());
    }

    /** How far true peaks are audibly over the ceiling; what is left as it is has none. */
    private static double overDb(Measurement measured, MasteringPlan wanted) {
        double ceiling = wanted.ceilingDbtp();
        double over = measured.truePeakDbtp().orElse(ceiling) - ceiling;
        return wanted.isNeutral() || over < CodecCheck.AUDIBLE_OVER_DB ? 0 : over;
    }

    private ExportResult result(
            TrackAnalysis analysis,
            MasteringPlan plan,
            MasteringChain chain,
            Written written,
            CodecCheck check)
            throws IOException, InterruptedException {
        List<String> warnings = new ArrayList<>(SourceWarnings.of(analysis, draft.media()));
        if (MasterTags.areIn(request().source())) {
            warnings.add(
                    "The source is a master of Auralis already; the original gives a better one.");
        }
        order.changeWarning().ifPresent(warnings::add);
        warnings.addAll(ceilingWarning(written.measured(), check));
        warnings.addAll(chain.failures());
        return new ExportResult(
                request().source(),
                Optional.of(target),
                Optional.of(Measurement.of(analysis.loudness(), analysis.peaks())),
                Optional.of(written.measured()),
                Optional.of(plan),
                PlanSentences.of(plan, request().preset().settings()),
                warnings,
                draft.seconds().orElse(analysis.seconds()),
                Optional.of(written.content()),
                draft.encoding().lossless() ? Optional.empty() : Optional.of(check),
                Optional.of(
                        new ResultPicture(
                                SoundPicture.of(analysis),
                                written.heard().picture(),
                                FileHash.sha256(request().source(), progress.uncounted()),
                                written.sha256(progress))));
    }

    private static List<String> ceilingWarning(Measurement after, CodecCheck check) {
        if (check.overDb() == 0) {
            return List.of();
        }
        return List.of(
                String.format(
                        Locale.ROOT,
                        "True peaks of the file reach %.1f dBTP, %.1f dB over the ceiling; lower"
                                + " the ceiling by that if they must not.",
                        after.truePeakDbtp().orElseThrow(),
                        check.overDb()));
    }
}
