package auralis.library.export;

import auralis.library.transcript.TranscriptFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of a file that was to be transcribed. The words are kept by the library.
 *
 * @param engine that did it, for people
 * @param model that it used
 * @param language of ISO 639-1; empty when nobody knows
 * @param outputs the files; empty when all were there already and stay, or none was wanted
 * @param chunks into how many pieces it was cut
 * @param successRate the share of them that was recognised, 0..1
 * @param warnings what the user should know about source or result
 * @param audioSeconds length of the source
 */
public record TranscriptResult(
        String engine,
        Optional<String> model,
        Optional<String> language,
        List<Output> outputs,
        int chunks,
        double successRate,
        List<String> warnings,
        double audioSeconds) {

    /**
     * A file that was written.
     *
     * @param content names the content of the file
     */
    public record Output(TranscriptFormat format, Path file, String content)
            implements WrittenFile {}

    static final TranscriptResult SKIPPED =
            new TranscriptResult(
                    "", Optional.empty(), Optional.empty(), List.of(), 0, 0, List.of(), 0);

    /** Whether there was nothing to do. */
    public boolean isSkipped() {
        return engine.isEmpty();
    }

    /** Whether a part of it could not be recognised, and can be tried again. */
    public boolean isPartial() {
        return !isSkipped() && successRate < 1;
    }

    public TranscriptResult {
        outputs = List.copyOf(outputs);
        warnings = List.copyOf(warnings);
    }
}
