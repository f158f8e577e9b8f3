package auralis.library.scan;

import auralis.library.track.TrackFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Looks at a file. */
@FunctionalInterface
interface Look {
    /**
     * @throws IOException only when it was cancelled; what is wrong with the file is in the answer
     */
    TrackFile at(Path file, OptionalLong root) throws IOException;
}
