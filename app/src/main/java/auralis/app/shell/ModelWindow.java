package auralis.app.shell;

import auralis.app.prefs.ModelHost;
import auralis.app.sheet.Sheet;
import auralis.app.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;

/** The window around the page of models. */
record ModelWindow(Surroundings around) implements ModelHost {
    @Override
    public Optional<Path> askModelFile() {
        return around.askFile(Texts.text("choose.model"), Desktop.Kind.MODEL);
    }

    @Override
    public Optional<Path> askModelFolder() {
        return around.askFolder(Texts.text("choose.model.folder"), Optional.empty());
    }

    @Override
    public void showFolder(Path folder) {
        around.showFolder(folder);
    }

    @Override
    public void problem(String sentence) {
        around.notices().problem(sentence);
    }

    @Override
    public void done(String sentence) {
        around.notices().done(sentence);
    }

    @Override
    public void show(Sheet sheet, Node first) {
        around.show(sheet, first);
    }
}
