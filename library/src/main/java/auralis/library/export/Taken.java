package auralis.library.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

/** Knows which files other work is going to write; asked when one has to be chosen. */
@FunctionalInterface
public interface Taken {
    Collection<Path> files() throws IOException;
}
