package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.catalogue.Catalogue;
import auralis.app.playlist.PlaylistFiles;
import auralis.app.playlist.PlaylistShelf;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;

/** What the actions of playlists do. */
record PlaylistActions(
        PlaylistShelf playlists,
        PlaylistFiles files,
        Catalogue catalogue,
        BooleanProperty readOnly,
        Actions actions) {

    void bind() {
        ObservableValue<Boolean> shown = playlists.shown().map(list -> true).orElse(false);
        ObservableValue<Boolean> searched =
                Bindings.createBooleanBinding(
                        this::isSearched, readOnly, catalogue.search(), catalogue.fault());
        actions.bind(Action.NEW_PLAYLIST, () -> playlists.create(List.of()), readOnly.not());
        actions.bind(Action.SAVE_SEARCH, playlists::keepSearch, searched);
        actions.bind(Action.IMPORT_PLAYLIST, files::importOne, readOnly.not());
        actions.bind(Action.EXPORT_PLAYLIST, () -> files.exportTo(playlists.shown().get()), shown);
        actions.bind(
                Action.DELETE_PLAYLIST, () -> playlists.remove(playlists.shown().get()), shown);
    }

    private boolean isSearched() {
        return !readOnly.get()
                && !catalogue.search().get().isBlank()
                && catalogue.fault().get() == null;
    }
}
