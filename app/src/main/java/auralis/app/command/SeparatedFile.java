package auralis.app.command;

import auralis.library.export.StemRequest;
import auralis.library.export.StemResult;
import auralis.library.job.Job;
import auralis.library.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What {@code separate} answers for a file.
 *
 * @param engine for people; empty when nothing was separated
 * @param stems files by the word for the stem
 * @param residualDbfs what remains of the mix when all stems are taken from it
 * @param gainDb by how much all stems were made softer
 */
record SeparatedFile(
        String source,
        Optional<String> engine,
        String state,
        Optional<String> error,
        Map<String, String> stems,
        OptionalDouble residualDbfs,
        double gainDb,
        List<String> warnings,
        double audioSeconds,
        double elapsedSeconds,
        double realTimeFactor) {

    /**
     * What became of a file.
     *
     * @param job as it ended; empty when there was none
     */
    static SeparatedFile of(Piece<StemRequest> piece, Optional<Job> job) throws IOException {
        String source = piece.request().source().toString();
        JobAnswer answer = JobAnswer.of(piece, job);
        if (!answer.state().equals("done")) {
            return without(source, answer);
        }
        StemResult result = Json.read(answer.result(), StemResult.class);
        Map<String, String> stems = new LinkedHashMap<>();
        result.outputs().forEach(one -> stems.put(one.stem().word(), one.file().toString()));
        return new SeparatedFile(
                source,
                Optional.of(result.engine()),
                answer.state(),
                Optional.empty(),
                stems,
                OptionalDouble.of(result.residualDbfs()),
                result.gainDb(),
                result.warnings(),
                result.audioSeconds(),
                answer.elapsedSeconds(),
                result.audioSeconds() / answer.elapsedSeconds());
    }

    private static SeparatedFile without(String source, JobAnswer answer) {
        return new SeparatedFile(
                source,
                Optional.empty(),
                answer.state(),
                answer.error(),
                Map.of(),
                OptionalDouble.empty(),
                0,
                List.of(),
                0,
                answer.elapsedSeconds(),
                0);
    }
}
