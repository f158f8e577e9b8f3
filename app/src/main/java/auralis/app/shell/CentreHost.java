package auralis.app.shell;

import auralis.app.browse.Host;
import auralis.app.catalogue.Row;
import auralis.app.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;

/** The window around its centre. */
record CentreHost(
        Stage stage, Desktop desktop, Notices notices, FolderView folders, Consumer<Row> player)
        implements Host {
    @Override
    public void play(Row row) {
        player.accept(row);
    }

    @Override
    public void problem(String sentence) {
        notices.problem(sentence);
    }

    @Override
    public Optional<Path> askWhereItIs(Path folder) {
        String title = Texts.text("choose.locate", folder.getFileName());
        return desktop.askFolder(stage, title, Optional.ofNullable(folder.getParent()));
    }

    @Override
    public void showInFolder(Path file) {
        folders.show(file.getParent());
    }
}
