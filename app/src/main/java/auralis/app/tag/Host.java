package auralis.app.tag;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The window around the editor of tags. */
public interface Host {
    /** Lets the user choose the file of a picture. */
    Optional<Path> askPicture();

    /**
     * Tells what could not be done.
     *
     * @param failures one sentence for each file
     */
    void failed(String sentence, List<String> failures);

    void problem(String sentence);
}
