package auralis.app.prefs;

import auralis.app.sheet.Sheet;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;

/** The window around the page of models. */
public interface ModelHost {
    /** Lets the user choose the file of a model. */
    Optional<Path> askModelFile();

    /** Lets the user choose a folder of models that work together. */
    Optional<Path> askModelFolder();

    void showFolder(Path folder);

    /** Tells a user who looks elsewhere. */
    void problem(String sentence);

    /** Tells a user who looks elsewhere. */
    void done(String sentence);

    /**
     * @param first gets the focus
     */
    void show(Sheet sheet, Node first);
}
