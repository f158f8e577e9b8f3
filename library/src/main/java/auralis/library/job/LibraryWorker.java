package auralis.library.job;

import auralis.library.Library;
import auralis.library.export.AlbumPlans;
import auralis.library.export.EffectExporter;
import auralis.library.export.EffectOrder;
import auralis.library.export.EffectResult;
import auralis.library.export.ExportOrder;
import auralis.library.export.ExportResult;
import auralis.library.export.Exporter;
import auralis.library.export.StemExporter;
import auralis.library.export.StemOrder;
import auralis.library.export.StemResult;
import auralis.library.export.TranscriptExporter;
import auralis.library.export.TranscriptOrder;
import auralis.library.export.TranscriptResult;
import auralis.library.json.Json;
import auralis.library.scan.ScanBusyException;
import auralis.library.scan.ScanSummary;
import auralis.library.track.JobStore;
import auralis.library.track.StoredJob;
import auralis.library.transcribe.engine.RecognitionException;
import auralis.library.transcribe.engine.RecognitionException.Remedy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does every kind of work with a library. */
public final class LibraryWorker implements Worker {
    private static final String SKIPPED = "There is a result of this name already.";

    private final Library library;
    private final JobStore jobs;
    private final AlbumPlans albums;
    private final Exporter exporter;
    private final EffectExporter effectExporter;
    private final StemExporter stemExporter;
    private final TranscriptExporter transcriptExporter;

    public LibraryWorker(Library library, AlbumPlans albums) throws IOException {
        this(library, albums, library.jobs());
    }

    /**
     * @param jobs the queue, in which other work has chosen its targets
     */
    LibraryWorker(Library library, AlbumPlans albums, JobStore jobs) {
        this.library = library;
        this.jobs = jobs;
        this.albums = albums;
        this.exporter = new Exporter(library, this::targets);
        this.effectExporter = new EffectExporter(library.effects(), this::targets);
        this.stemExporter = new StemExporter(library, this::targets);
        this.transcriptExporter = new TranscriptExporter(library, this::targets);
    }

    @Override
    public Outcome work(Work work, Assignment assignment) throws IOException, InterruptedException {
        if (work instanceof Work.Master master) {
            return master(master.order(), assignment);
        }
        if (work instanceof Work.Effects effects) {
            return effects(effects.order(), assignment);
        }
        if (work instanceof Work.Separate separate) {
            return separate(separate.order(), assignment);
        }
        if (work instanceof Work.Transcribe transcribe) {
            return transcribe(transcribe.order(), assignment);
        }
        if (work instanceof Work.Analyse analyse) {
            library.analysis(analyse.source(), assignment.progress());
            return new Outcome.Done("");
        }
        return scan((Work.Scan) work, assignment);
    }

    private Outcome master(ExportOrder order, Assignment assignment)
            throws IOException, InterruptedException {
        Optional<ExportResult> before = remembered(assignment, ExportResult.class);
        if (before.isPresent() && exporter.isDone(order, before.get())) {
            return new Outcome.Done(assignment.remembered());
        }
        ExportResult result =
                exporter.export(
                        before.flatMap(ExportResult::output).map(order::into).orElse(order),
                        albums,
                        assignment.progress(),
                        done -> assignment.remember(Json.write(done)));
        return outcome(result.output().isPresent(), result);
    }

    private Outcome effects(EffectOrder order, Assignment assignment)
            throws IOException, InterruptedException {
        Optional<EffectResult> before = remembered(assignment, EffectResult.class);
        if (before.isPresent() && effectExporter.isDone(order, before.get())) {
            return new Outcome.Done(assignment.remembered());
        }
        EffectResult result =
                effectExporter.export(
                        before.flatMap(EffectResult::output).map(order::into).orElse(order),
                        assignment.progress(),
                        done -> assignment.remember(Json.write(done)));
        return outcome(result.output().isPresent(), result);
    }

    private Outcome separate(StemOrder order, Assignment assignment)
            throws IOException, InterruptedException {
        Optional<StemResult> before = remembered(assignment, StemResult.class);
        if (before.isPresent() && stemExporter.isDone(order, before.get())) {
            return new Outcome.Done(assignment.remembered());
        }
        StemResult result =
                stemExporter.export(
                        order,
                        assignment.progress(),
                        done -> assignment.remember(Json.write(done)));
        return outcome(!result.isSkipped(), result);
    }

    private Outcome transcribe(TranscriptOrder order, Assignment assignment)
            throws IOException, InterruptedException {
        Optional<TranscriptResult> before = remembered(assignment, TranscriptResult.class);
        if (before.isPresent() && transcriptExporter.isDone(order, before.get())) {
            return new Outcome.Done(assignment.remembered());
        }
        try {
            TranscriptResult result =
                    transcriptExporter.export(
                            order,
                            assignment.progress(),
                            done -> assignment.remember(Json.write(done)));
            return outcome(!result.isSkipped(), result);
        } catch (RecognitionException e) {
            if (e.remedy() == Remedy.RETRY || e.remedy() == Remedy.WAIT) {
                throw new TransientException(e.getMessage(), e);
            }
            throw e;
        }
    }

    private static <R> Optional<R> remembered(Assignment assignment, Class<R> type)
            throws IOException {
        String result = assignment.remembered();
        return result.isEmpty() ? Optional.empty() : Optional.of(Json.read(result, type));
    }

    private static Outcome outcome(boolean written, Object result) {
        return written ? new Outcome.Done(Json.write(result)) : new Outcome.Skipped(SKIPPED);
    }

    private Outcome scan(Work.Scan work, Assignment assignment)
            throws IOException, InterruptedException {
        try {
            return new Outcome.Done(
                    Json.write(
                            ScanSummary.of(
                                    library.add(List.of(work.source()), assignment.progress()))));
        } catch (ScanBusyException e) {
            throw new TransientException(e.getMessage(), e);
        }
    }

    @Override
    public void cleanUp(Work work) throws IOException {
        if (work instanceof Work.Master master) {
            exporter.cleanUp(master.order());
        } else if (work instanceof Work.Effects effects) {
            effectExporter.cleanUp(effects.order());
        } else if (work instanceof Work.Separate separate) {
            stemExporter.cleanUp(separate.order());
        } else if (work instanceof Work.Transcribe transcribe) {
            transcriptExporter.cleanUp(transcribe.order());
        }
    }

    /** What the queue is going to write. */
    private List<Path> targets() throws IOException {
        List<Path> targets = new ArrayList<>();
        for (StoredJob job : jobs.all()) {
            if (!job.state().ended()) {
                Job.of(job).work().map(Work::targets).ifPresent(targets::addAll);
            }
        }
        return targets;
    }
}
