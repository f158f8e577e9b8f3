package auralis.app.shell;

import auralis.app.playlist.Host;
import auralis.app.playlist.SearchSheet;
import auralis.app.sheet.Details;
import auralis.app.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The window around the playlists. */
record ListHost(Surroundings around) implements Host {
    @Override
    public Optional<Path> askPlaylistToImport() {
        String title = Texts.text("choose.playlist.import");
        return around.askFile(title, Desktop.Kind.PLAYLIST);
    }

    @Override
    public Optional<Path> askPlaylistFile(String name) {
        String title = Texts.text("choose.playlist.export");
        return around.askNewFile(title, Desktop.Kind.PLAYLIST, name);
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
    public void done(String sentence, String title, List<String> details) {
        around.notices()
                .done(
                        sentence,
                        "toast.details",
                        () ->
                                Details.show(
                                        around.root(), around.actions(), title, sentence, details));
    }

    @Override
    public void askSearch(String title, String search, Consumer<String> answer) {
        SearchSheet.show(around.root(), around.actions(), title, search, answer);
    }
}
