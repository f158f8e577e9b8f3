package auralis.app.command;

import auralis.dsp.effect.EffectSettings;
import auralis.library.export.EffectRequest;
import auralis.library.export.EffectResult;
import auralis.library.export.Measurement;
import auralis.library.job.Job;
import auralis.library.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code effects} answers for a file. */
record EffectedFile(
        String source,
        Optional<String> output,
        String state,
        Optional<String> error,
        List<EffectSettings> effects,
        double tailSeconds,
        Optional<Measurement> after,
        List<String> warnings,
        double audioSeconds,
        double elapsedSeconds,
        double realTimeFactor) {

    /**
     * What became of a file.
     *
     * @param job as it ended; empty when there was none
     */
    static EffectedFile of(Piece<EffectRequest> piece, Optional<Job> job) throws IOException {
        EffectRequest request = piece.request();
        JobAnswer answer = JobAnswer.of(piece, job);
        if (!answer.state().equals("done")) {
            return without(request, answer);
        }
        EffectResult result = Json.read(answer.result(), EffectResult.class);
        return of(request, result, answer.elapsedSeconds());
    }

    private static EffectedFile of(
            EffectRequest request, EffectResult result, double elapsedSeconds) {
        return new EffectedFile(
                request.source().toString(),
                result.output().map(Path::toString),
                "done",
                Optional.empty(),
                request.rack().effects(),
                request.tailSeconds(),
                result.after(),
                result.warnings(),
                result.audioSeconds(),
                elapsedSeconds,
                result.audioSeconds() / elapsedSeconds);
    }

    private static EffectedFile without(EffectRequest request, JobAnswer answer) {
        return new EffectedFile(
                request.source().toString(),
                Optional.empty(),
                answer.state(),
                answer.error(),
                request.rack().effects(),
                request.tailSeconds(),
                Optional.empty(),
                List.of(),
                0,
                answer.elapsedSeconds(),
                0);
    }
}
