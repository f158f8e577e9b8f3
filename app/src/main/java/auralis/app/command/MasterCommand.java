package auralis.app.command;

import auralis.dsp.master.Preset;
import auralis.library.Library;
import auralis.library.export.Excerpt;
import auralis.library.export.ExportPlanner;
import auralis.library.export.ExportPlanner.Planned;
import auralis.library.export.ExportRequest;
import auralis.library.export.ExportResult;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.json.Json;
import auralis.library.report.Report;
import auralis.library.report.ReportFormat;
import auralis.library.report.ReportedFile;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "master",
        description = {
            "Masters files into a folder; the sources are only read.",
            "What was interrupted goes on with the same command, or \"jobs run\"."
        })
final class MasterCommand extends FileCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "What to master.")
    private List<Path> files;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to.")
    private Path folder;

    @Option(
            names = "--album",
            description = "One gain for all files, so that their differences stay.")
    private boolean album;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Files at once, 1 to 64 (default 2, on one core 1).")
    private int jobs = JobQueue.usualAtOnce();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "What was done, as a .json, .html or .csv file.")
    private Path report;

    @Mixin private TrialOptions trial;

    @Mixin private MasteringOptions mastering;

    @Mixin private OutputOptions output;

    @Spec private CommandSpec spec;

    @Override
    List<Path> inputs() {
        return files;
    }

    @Override
    int run(Library library, List<Path> found) throws IOException, InterruptedException {
        Usage.requireWithin(spec, "--jobs", jobs, 1, 64, "files");
        Preset chosen = mastering.preset(root(), library.effects());
        OutputFormat format = output.format(mastering.isNeutral());
        NameTemplate template = output.template();
        Path out = output.folder(folder);
        Optional<ReportFormat> kind = reportKind();
        Optional<Excerpt> part = trial.part();
        Preset wanted = withReference(chosen, library);
        List<Path> sources = NamingOptions.withoutResults(files, found, out);
        List<ExportRequest> requests =
                sources.stream()
                        .map(
                                file ->
                                        new ExportRequest(
                                                file,
                                                out,
                                                wanted,
                                                format,
                                                template,
                                                output.ifExists()))
                        .map(request -> part.isPresent() ? request.of(part.get()) : request)
                        .toList();
        List<ReportedFile> answers;
        try (QueueWork work = new QueueWork(library, root().quiet)) {
            List<Piece<ExportRequest>> pieces = pieces(requests, work.queue().targets());
            answers = work.map(pieces, jobs, this::answer, this::tell);
        }
        Report all = new Report(answers);
        if (json()) {
            print(all);
        }
        if (kind.isPresent()) {
            kind.get().write(report, all);
        }
        return exitCode(answers.stream().anyMatch(answer -> answer.error().isPresent()));
    }

    /** What is to be done about each file, once it is clear for all what they will be called. */
    private List<Piece<ExportRequest>> pieces(List<ExportRequest> requests, Set<Path> taken)
            throws IOException, InterruptedException {
        List<ExportRequest> usable = new ArrayList<>();
        List<Piece<ExportRequest>> refused = new ArrayList<>();
        for (ExportRequest request : requests) {
            Path file = request.source();
            problem(file)
                    .or(() -> trial.problem(file))
                    .ifPresentOrElse(
                            sentence -> refused.add(Piece.refused(request, sentence)),
                            () -> usable.add(request));
        }
        try (ProgressLine progress = progress("files")) {
            List<Planned> planned = ExportPlanner.plan(usable, taken, progress);
            return Stream.concat(
                            planned.stream().map(file -> piece(file, planned)), refused.stream())
                    .toList();
        }
    }

    private Piece<ExportRequest> piece(Planned file, List<Planned> all) {
        Work work = new Work.Master(file.order(albumOf(file, all)));
        return Piece.of(
                file.request(),
                file.request().source(),
                file.skipped(),
                file.problem(),
                new JobQueue.Order(work, file.audioSeconds()));
    }

    /** The album goes on without those that cannot be read. */
    private List<Path> albumOf(Planned file, List<Planned> all) {
        return all.stream()
                .filter(other -> album && (other.problem().isEmpty() || other.equals(file)))
                .map(other -> other.request().source())
                .toList();
    }

    private Optional<ReportFormat> reportKind() throws IOException {
        if (report == null) {
            return Optional.empty();
        }
        Optional<ReportFormat> kind = ReportFormat.of(report);
        if (kind.isEmpty()) {
            throw Usage.of(
                    spec,
                    "--report",
                    report.toString(),
                    "a file that ends with .json, .html or .csv");
        }
        ReportFormat.requireWritable(report);
        return kind;
    }

    private Preset withReference(Preset preset, Library library)
            throws IOException, InterruptedException {
        try (ProgressLine progress = progress("reference")) {
            return mastering.withReference(preset, library, progress);
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    /**
     * @param job as it ended; empty when there was none
     */
    private ReportedFile answer(Piece<ExportRequest> piece, Optional<Job> job) throws IOException {
        JobAnswer answer = JobAnswer.of(piece, job);
        if (!answer.state().equals("done")) {
            return ReportedFile.without(
                    piece.request(), answer.state(), answer.error(), answer.elapsedSeconds());
        }
        ExportResult result = Json.read(answer.result(), ExportResult.class);
        return ReportedFile.of(piece.request(), album, result, answer.elapsedSeconds());
    }

    private void tell(ReportedFile answer) {
        if (answer.error().isPresent()) {
            tellFailure(Path.of(answer.source()), answer.error().get());
        } else if (!json()) {
            say(text(answer));
        }
    }

    private static String text(ReportedFile answer) {
        if (answer.output().isEmpty()) {
            return Words.printable(answer.source()) + ": skipped, there is a result already\n";
        }
        StringBuilder text = new StringBuilder();
        text.append(Words.printable(answer.source())).append('\n');
        text.append("  before  ").append(Words.of(answer.before().orElseThrow())).append('\n');
        text.append("  after   ").append(Words.of(answer.after().orElseThrow())).append('\n');
        answer.sentences().forEach(line -> text.append("  ").append(line).append('\n'));
        answer.warnings().forEach(line -> text.append("  Note: ").append(line).append('\n'));
        text.append("  ").append(Words.printable(answer.output().get()));
        text.append(
                String.format(
                        java.util.Locale.ROOT, "  (%.0fx real time)%n", answer.realTimeFactor()));
        return text.toString();
    }
}
