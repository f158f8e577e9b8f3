package auralis.library.track;

import java.nio.file.Path;

/**
 * A file or folder that a scan could not use.
 *
 * @param reason a sentence that says why and what to do
 */
public record ScanProblem(Path path, String reason) {}
