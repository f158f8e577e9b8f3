package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.browse.BrowseView;
import auralis.app.browse.Host;
import auralis.app.catalogue.Row;
import auralis.app.playlist.PlaylistRows;
import auralis.app.tag.TagEditor;
import auralis.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.stage.FileChooser;

/** What the actions of tracks and of the library as a whole do. */
record LibraryActions(
        Surroundings around,
        Optional<Path> demo,
        BrowseView browse,
        PlaylistRows playlist,
        TagEditor tags,
        Host host,
        BooleanProperty readOnly) {

    void bind() {
        Actions actions = around.actions();
        BooleanBinding changeable =
                Bindings.createBooleanBinding(
                        () -> !readOnly.get() && browse.hasSelection().getValue(),
                        readOnly,
                        browse.hasSelection());
        actions.bind(Action.ADD_FILES, this::chooseFiles, readOnly.not());
        actions.bind(Action.ADD_FOLDER, this::chooseFolder, readOnly.not());
        actions.bind(
                Action.TRY_DEMO,
                () -> browse.addAndPlay(demo.orElseThrow()),
                new SimpleBooleanProperty(demo.isPresent()));
        actions.bind(Action.FIND, browse::focusSearch);
        actions.bind(
                Action.SHOW_FILE,
                () -> host.showInFolder(browse.chosen().track().file()),
                browse.hasSelection());
        actions.bind(Action.FAVOURITE, browse::toggleFavourite, changeable);
        actions.bind(Action.MORE_LIKE_THIS, browse::moreLikeThis, browse.hasSelection());
        actions.bind(Action.REMOVE, this::remove, changeable);
        actions.bind(Action.EDIT_TAGS, this::editTags, browse.hasSelection());
    }

    private void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("choose.files"));
        List<File> files = chooser.showOpenMultipleDialog(around.stage());
        if (files != null) {
            browse.add(files.stream().map(File::toPath).toList());
        }
    }

    private void chooseFolder() {
        around.askFolder(Texts.text("choose.folder"), Optional.empty())
                .ifPresent(folder -> browse.add(List.of(folder)));
    }

    private void remove() {
        if (playlist.isFilled()) {
            playlist.removeSelected();
        } else {
            browse.removeSelected();
        }
    }

    private void editTags() {
        tags.edit(browse.selected().stream().map(Row::track).toList());
    }
}
