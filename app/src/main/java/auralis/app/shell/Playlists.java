package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.action.History;
import auralis.app.browse.BrowseView;
import auralis.app.catalogue.Place;
import auralis.app.playlist.Host;
import auralis.app.playlist.PlaylistFiles;
import auralis.app.playlist.PlaylistRows;
import auralis.app.playlist.PlaylistSection;
import auralis.app.playlist.PlaylistShelf;
import auralis.app.text.Texts;
import auralis.library.Library;
import auralis.library.track.Playlist;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;

/** The playlists of the window: in its side bar, in its list and in files. FX thread only. */
final class Playlists {
    private final BrowseView browse;
    private final Actions actions;
    private final PlaylistShelf shelf;
    private final PlaylistFiles files;
    private final PlaylistRows rows;
    private final Runnable endListening;

    Playlists(
            Library library,
            BrowseView browse,
            History history,
            Host host,
            Actions actions,
            Consumer<String> onProblem,
            ExecutorService workers) {
        this.browse = browse;
        this.actions = actions;
        shelf =
                new PlaylistShelf(
                        library.playlists(), history, browse.catalogue(), workers, onProblem);
        files = new PlaylistFiles(shelf, history, host, workers);
        rows = new PlaylistRows(shelf, browse, actions);
        endListening = library.onEvent(shelf::accept);
    }

    PlaylistRows rows() {
        return rows;
    }

    void bind(BooleanProperty readOnly) {
        new PlaylistActions(shelf, files, browse.catalogue(), readOnly, actions).bind();
    }

    /**
     * @param wide whether there is room for names
     */
    void install(SideBar bar, ObservableValue<Boolean> wide) {
        PlaylistSection section =
                new PlaylistSection(
                        shelf,
                        files,
                        browse.catalogue(),
                        actions,
                        wide,
                        bar.group(),
                        bar.heading("side.playlists"));
        actions.bind(
                Action.RENAME_PLAYLIST,
                section::renameShown,
                shelf.shown().map(list -> true).orElse(false));
        bar.playlists().getChildren().add(section.node());
    }

    /** As they were left, where they were. */
    void load(Optional<Remembered> before) {
        before.flatMap(Remembered::browsed).ifPresent(left -> shelf.restore(left.place()));
        shelf.load();
    }

    void importFrom(List<Path> playlists) {
        playlists.forEach(files::importFrom);
    }

    /** What the list of the window shows, in words. */
    String listName() {
        String typed = browse.catalogue().search().get().strip();
        if (!typed.isEmpty()) {
            return Texts.text("queue.search", typed);
        }
        Place place = browse.catalogue().place().get();
        Playlist playlist = shelf.shown().get();
        if (place.parent().isPresent()) {
            return place.name();
        }
        return playlist == null ? Texts.text(place.id()) : playlist.name();
    }

    void close() {
        endListening.run();
        shelf.close();
    }
}
