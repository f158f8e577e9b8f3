package auralis.app.shell;

import auralis.app.prefs.ModelHost;
import auralis.app.sheet.Sheet;
import auralis.app.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window around the page of models. */
record ModelWindow(
        Stage stage, StackPane root, Desktop desktop, Notices notices, FolderView folders)
        implements ModelHost {
    @Override
    public Optional<Path> askModelFile() {
        return desktop.askFile(stage, Texts.text("choose.model"), Desktop.Kind.MODEL);
    }

    @Override
    public Optional<Path> askModelFolder() {
        return desktop.askFolder(stage, Texts.text("choose.model.folder"), Optional.empty());
    }

    @Override
    public void showFolder(Path folder) {
        folders.show(folder);
    }

    @Override
    public void problem(String sentence) {
        notices.problem(sentence);
    }

    @Override
    public void done(String sentence) {
        notices.done(sentence);
    }

    @Override
    public void show(Sheet sheet, Node first) {
        sheet.show(root, first);
    }
}
