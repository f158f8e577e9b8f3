package auralis.app.shell;

import auralis.app.action.Actions;
import auralis.app.playlist.Host;
import auralis.app.playlist.SearchSheet;
import auralis.app.sheet.Details;
import auralis.app.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window around the playlists. */
record ListHost(Stage stage, StackPane root, Desktop desktop, Notices notices, Actions actions)
        implements Host {
    @Override
    public Optional<Path> askPlaylistToImport() {
        String title = Texts.text("choose.playlist.import");
        return desktop.askFile(stage, title, Desktop.Kind.PLAYLIST);
    }

    @Override
    public Optional<Path> askPlaylistFile(String name) {
        String title = Texts.text("choose.playlist.export");
        return desktop.askNewFile(stage, title, Desktop.Kind.PLAYLIST, name);
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
    public void done(String sentence, String title, List<String> details) {
        notices.done(
                sentence,
                "toast.details",
                () -> Details.show(root, actions, title, sentence, details));
    }

    @Override
    public void askSearch(String title, String search, Consumer<String> answer) {
        SearchSheet.show(root, actions, title, search, answer);
    }
}
