package auralis.app.command;

import auralis.dsp.effect.EffectSettings;
import auralis.library.export.EffectRequest;
import auralis.library.export.EffectResult;
import auralis.library.export.Measurement;
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

    static EffectedFile of(EffectRequest request, EffectResult result, double elapsedSeconds) {
        return new EffectedFile(
                request.source().toString(),
                result.output().map(Path::toString),
                result.output().isPresent() ? "done" : "skipped",
                Optional.empty(),
                request.rack().effects(),
                request.tailSeconds(),
                result.after(),
                result.warnings(),
                result.audioSeconds(),
                elapsedSeconds,
                result.audioSeconds() / elapsedSeconds);
    }

    static EffectedFile failed(EffectRequest request, String error, double elapsedSeconds) {
        return new EffectedFile(
                request.source().toString(),
                Optional.empty(),
                "failed",
                Optional.of(error),
                request.rack().effects(),
                request.tailSeconds(),
                Optional.empty(),
                List.of(),
                0,
                elapsedSeconds,
                0);
    }
}
