package auralis.library.track;

import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A master or a stem of a track: a file that belongs to it and is no track of its own.
 *
 * @param preset the settings that it was made with, as JSON
 */
public record Version(
        long id,
        long track,
        Path file,
        String preset,
        OptionalDouble integratedLufs,
        OptionalDouble truePeakDbtp,
        Instant created) {}
