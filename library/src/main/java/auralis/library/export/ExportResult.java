package auralis.library.export;

import auralis.dsp.master.MasteringPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of a file.
 *
 * @param output empty when it was skipped
 * @param before of the source
 * @param after of what was written
 * @param plan the numbers that the chain used
 * @param sentences the plan in words
 * @param warnings what the user should know about source or result
 * @param audioSeconds length of the result
 * @param content names the content of the file
 * @param codec what it took to keep a lossy file under its ceiling
 */
public record ExportResult(
        Path source,
        Optional<Path> output,
        Optional<Measurement> before,
        Optional<Measurement> after,
        Optional<MasteringPlan> plan,
        List<String> sentences,
        List<String> warnings,
        double audioSeconds,
        Optional<String> content,
        Optional<CodecCheck> codec)
        implements Result {

    /** Without what tells about the file. */
    public ExportResult(
            Path source,
            Optional<Path> output,
            Optional<Measurement> before,
            Optional<Measurement> after,
            Optional<MasteringPlan> plan,
            List<String> sentences,
            List<String> warnings,
            double audioSeconds) {
        this(
                source,
                output,
                before,
                after,
                plan,
                sentences,
                warnings,
                audioSeconds,
                Optional.empty(),
                Optional.empty());
    }

    static ExportResult skipped(Path source) {
        return new ExportResult(
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                0);
    }
}
