package auralis.library.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of a file that was to be sent through effects.
 *
 * @param output empty when it was skipped
 * @param after of what was written
 * @param warnings what the user should know about source or result
 * @param audioSeconds length of the result
 * @param content names the content of the file
 */
public record EffectResult(
        Optional<Path> output,
        Optional<Measurement> after,
        List<String> warnings,
        double audioSeconds,
        Optional<String> content)
        implements Result {
    static final EffectResult SKIPPED =
            new EffectResult(Optional.empty(), Optional.empty(), List.of(), 0, Optional.empty());
}
