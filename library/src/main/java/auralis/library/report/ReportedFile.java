package auralis.library.report;

import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.library.export.ExportRequest;
import auralis.library.export.ExportResult;
import auralis.library.export.Measurement;
import auralis.library.export.ResultPicture;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of a file that was to be mastered.
 *
 * @param output empty unless it is done
 * @param state done, skipped or failed
 * @param error why it failed: the file, what is wrong and what to do
 * @param intensity in percent
 * @param album whether it was levelled as a part of an album
 * @param settings all that was asked for, the reference by its numbers: enough to do it again
 * @param elapsedSeconds 0 when nobody knows how long it took
 */
public record ReportedFile(
        String source,
        Optional<String> output,
        String state,
        Optional<String> error,
        String preset,
        double intensity,
        String mode,
        boolean album,
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

    /**
     * One that was done, or skipped.
     *
     * @param album whether it was levelled as a part of an album
     */
    public static ReportedFile of(
            ExportRequest request,
            boolean album,
            ExportResult result,
            Optional<ResultPicture> picture,
            double elapsedSeconds) {
        MasteringSettings settings = request.preset().settings();
        return new ReportedFile(
                result.source().toString(),
                result.output().map(Path::toString),
                result.output().isPresent() ? "done" : "skipped",
                Optional.empty(),
                request.preset().name(),
                100 * settings.intensity(),
                mode(request.preset()),
                album,
                settings,
                result.before(),
                result.after(),
                result.plan(),
                result.sentences(),
                result.warnings(),
                result.audioSeconds(),
                elapsedSeconds,
                elapsedSeconds > 0 ? result.audioSeconds() / elapsedSeconds : 0,
                picture);
    }

    /**
     * @param error the file, what is wrong and what to do
     */
    public static ReportedFile failed(ExportRequest request, String error, double elapsedSeconds) {
        MasteringSettings settings = request.preset().settings();
        return new ReportedFile(
                request.source().toString(),
                Optional.empty(),
                "failed",
                Optional.of(error),
                request.preset().name(),
                100 * settings.intensity(),
                mode(request.preset()),
                false,
                settings,
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

    private static String mode(Preset preset) {
        return preset.settings().reference().mode().name().toLowerCase(Locale.ROOT);
    }

    /** The name of the source without its folder. */
    String name() {
        return String.valueOf(Path.of(source).getFileName());
    }

    /** What follows the name of the file in the error: what is wrong, and what to do. */
    private String fault() {
        String text = error.orElse("");
        int name = text.indexOf(name() + ": ");
        return name < 0 ? text : text.substring(name + name().length() + 2);
    }

    /** What is wrong with one that failed. */
    String problem() {
        String fault = fault();
        int end = fault.indexOf(". ");
        return end < 0 ? fault : fault.substring(0, end + 1);
    }

    /** What to do about it; may be empty. */
    String remedy() {
        return fault().substring(problem().length()).strip();
    }
}
