package auralis.app.command;

import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import auralis.library.export.ExportRequest;
import auralis.library.export.ExportResult;
import auralis.library.export.Measurement;
import auralis.library.export.ResultPicture;
import auralis.library.report.Report;
import auralis.library.report.ReportedFile;
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
        double realTimeFactor,
        Optional<ResultPicture> picture) {

    private static String mode(ExportRequest request) {
        return request.preset().settings().reference().mode().name().toLowerCase(Locale.ROOT);
    }

    static MasteredFile of(ExportRequest request, ExportResult result, double elapsedSeconds) {
        return new MasteredFile(
                result.source().toString(),
                result.output().map(Path::toString),
                result.output().isPresent() ? "done" : "skipped",
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
                result.audioSeconds() / elapsedSeconds,
                result.picture());
    }

    static MasteredFile failed(ExportRequest request, String error, double elapsedSeconds) {
        return new MasteredFile(
                request.source().toString(),
                Optional.empty(),
                "failed",
                Optional.of(error),
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
                elapsedSeconds,
                0,
                Optional.empty());
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
                picture);
    }
}
