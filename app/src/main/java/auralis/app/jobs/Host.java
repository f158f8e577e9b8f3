package auralis.app.jobs;

import auralis.app.action.History.Edit;
import auralis.app.sheet.Sheet;
import java.nio.file.Path;
import javafx.scene.Node;

/** What the window does for the jobs. FX thread only. */
public interface Host {
    /** Shows a folder in the program of the desktop. */
    void showFolder(Path folder);

    /** Does something that can be taken back. */
    void perform(Edit edit);

    /** Lays a page over the window. */
    void show(Sheet sheet, Node first);
}
