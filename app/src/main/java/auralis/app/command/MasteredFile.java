package auralis.app.command;

import auralis.dsp.master.MasteringPlan;
import auralis.library.export.ExportRequest;
import auralis.library.export.ExportResult;
import auralis.library.export.Measurement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code master} answers for a file. */
record MasteredFile(
        String source,
        Optional<String> output,
        String state,
        Optional<String> error,
        String preset,
        double intensity,
        String mode,
        Optional<Measurement> before,
        Optional<Measurement> after,
        Optional<MasteringPlan> plan,
        List<String> sentences,
        List<String> warnings,
        double audioSeconds,
        double elapsedSeconds,
        double realTimeFactor) {

    /** The content of the track decides; there is no other mode so far. */
    private static final String MODE = "adaptive";

    static MasteredFile of(ExportRequest request, ExportResult result, double elapsedSeconds) {
        return new MasteredFile(
                result.source().toString(),
                result.output().map(Path::toString),
                result.output().isPresent() ? "done" : "skipped",
                Optional.empty(),
                request.preset().name(),
                100 * request.preset().settings().intensity(),
                MODE,
                result.before(),
                result.after(),
                result.plan(),
                result.sentences(),
                result.warnings(),
                result.audioSeconds(),
                elapsedSeconds,
                result.audioSeconds() / elapsedSeconds);
    }

    static MasteredFile failed(ExportRequest request, String error, double elapsedSeconds) {
        return new MasteredFile(
                request.source().toString(),
                Optional.empty(),
                "failed",
                Optional.of(error),
                request.preset().name(),
                100 * request.preset().settings().intensity(),
                MODE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                elapsedSeconds,
                0);
    }
}
