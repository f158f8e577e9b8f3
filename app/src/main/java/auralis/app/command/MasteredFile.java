package auralis.app.command;

import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import auralis.library.export.ExportRequest;
import auralis.library.export.ExportResult;
import auralis.library.export.Measurement;
import auralis.library.job.Job;
import auralis.library.json.Json;
import auralis.library.report.Report;
import auralis.library.report.ReportedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code master} answers for a file.
 *
 * @param settings all that was asked for, the reference by its numbers: enough to do it again
 */
record MasteredFile(
        String source,
        Optional<String> output,
        String state,
        Optional<String> error,
        String preset,
        double intensity,
        String mode,
        MasteringSettings settings,
        Optional<Measurement> before,
        Optional<Measurement> after,
        Optional<MasteringPlan> plan,
        List<String> sentences,
        List<String> warnings,
        double audioSeconds,
        double elapsedSeconds,
        double realTimeFactor) {

    private static String mode(ExportRequest request) {
        return request.preset().settings().reference().mode().name().toLowerCase(Locale.ROOT);
    }

    /**
     * What became of a file.
     *
     * @param job as it ended; empty when there was none
     */
    static MasteredFile of(Piece<ExportRequest> piece, Optional<Job> job) throws IOException {
        ExportRequest request = piece.request();
        JobAnswer answer = JobAnswer.of(piece, job);
        if (!answer.state().equals("done")) {
            return without(request, answer);
        }
        ExportResult result = Json.read(answer.result(), ExportResult.class);
        return of(request, result, answer.elapsedSeconds());
    }

    private static MasteredFile of(
            ExportRequest request, ExportResult result, double elapsedSeconds) {
        return new MasteredFile(
                result.source().toString(),
                result.output().map(Path::toString),
                "done",
                Optional.empty(),
                request.preset().name(),
                100 * request.preset().settings().intensity(),
                mode(request),
                request.preset().settings(),
                result.before(),
                result.after(),
                result.plan(),
                result.sentences(),
                result.warnings(),
                result.audioSeconds(),
                elapsedSeconds,
                result.audioSeconds() / elapsedSeconds);
    }

    private static MasteredFile without(ExportRequest request, JobAnswer answer) {
        return new MasteredFile(
                request.source().toString(),
                Optional.empty(),
                answer.state(),
                answer.error(),
                request.preset().name(),
                100 * request.preset().settings().intensity(),
                mode(request),
                request.preset().settings(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                answer.elapsedSeconds(),
                0);
    }

    /** The answer for all files. */
    static Report report(List<MasteredFile> files, boolean album) {
        return new Report(files.stream().map(file -> file.reported(album)).toList());
    }

    private ReportedFile reported(boolean album) {
        return new ReportedFile(
                source,
                output,
                state,
                error,
                preset,
                intensity,
                mode,
                album,
                settings,
                before,
                after,
                plan,
                sentences,
                warnings,
                audioSeconds,
                elapsedSeconds,
                realTimeFactor,
                Optional.empty());
    }
}
