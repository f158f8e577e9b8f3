package auralis.library.export;

import auralis.dsp.effect.RackSettings;
import java.nio.file.Path;

/**
 * One file to be sent through effects.
 *
 * @param folder is made when it is missing
 * @param tailSeconds how much longer than its source the result is, so that echoes can fade; 0 or
 *     more
 */
public record EffectRequest(
        Path source,
        Path folder,
        RackSettings rack,
        double tailSeconds,
        OutputFormat output,
        NameTemplate name,
        OverwritePolicy ifExists)
        implements Request {}
