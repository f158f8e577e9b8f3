package auralis.app.browse;

import auralis.app.catalogue.Row;
import java.nio.file.Path;
import java.util.Optional;

/** What the centre needs of the window around it; on the FX thread. */
public interface Host {
    void play(Row row);

    /** Tells what went wrong, as a sentence. */
    void problem(String sentence);

    /** Asks where a folder is now; empty when the user changed their mind. */
    Optional<Path> askWhereItIs(Path folder);

    /** Shows a file's folder in the program of the platform. */
    void showInFolder(Path file);
}
