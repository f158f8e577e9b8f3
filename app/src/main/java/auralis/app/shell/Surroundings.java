package auralis.app.shell;

import auralis.app.action.Actions;
import auralis.app.action.History;
import auralis.app.fx.FxTask;
import auralis.app.sheet.Sheet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * The window as all its parts have it around them: where they ask and tell, and who works for them.
 * FX thread only.
 *
 * @param root over which pages are laid
 */
record Surroundings(
        Stage stage,
        StackPane root,
        Desktop desktop,
        Notices notices,
        Actions actions,
        History history,
        ExecutorService workers) {

    Optional<Path> askFile(String title, Desktop.Kind kind) {
        return desktop.askFile(stage, title, kind);
    }

    Optional<Path> askNewFile(String title, Desktop.Kind kind, String name) {
        return desktop.askNewFile(stage, title, kind, name);
    }

    /**
     * @param from where to begin
     */
    Optional<Path> askFolder(String title, Optional<Path> from) {
        return desktop.askFolder(stage, title, from);
    }

    /** Lays a page over the window. */
    void show(Sheet sheet, Node first) {
        sheet.show(root, first);
    }

    /** Shows a folder in the program that the user has for them. */
    void showFolder(Path folder) {
        new FxTask<Void>(
                        progress -> {
                            desktop.showFolder(folder);
                            return null;
                        })
                .onFailure(failure -> notices.problem(failure.getMessage()))
                .start(workers);
    }
}
