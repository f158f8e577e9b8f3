package auralis.app.shell;

import auralis.app.browse.BrowseView;
import auralis.app.master.Host;
import auralis.app.text.Texts;
import auralis.library.track.Track;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;

/** The window around the mastering panel. */
record PanelHost(Stage stage, Desktop desktop, BrowseView browse, Notices notices) implements Host {
    @Override
    public Optional<Path> askPresetToImport() {
        return desktop.askFile(stage, Texts.text("choose.preset.import"), Desktop.Kind.PRESET);
    }

    @Override
    public Optional<Path> askPresetFile(String name) {
        String title = Texts.text("choose.preset.export");
        return desktop.askNewFile(stage, title, Desktop.Kind.PRESET, name);
    }

    @Override
    public Optional<Path> askMusic() {
        return desktop.askFile(stage, Texts.text("choose.reference"), Desktop.Kind.MUSIC);
    }

    @Override
    public ObservableValue<Track> selected() {
        return browse.selectedTrack();
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
    public void done(String sentence, Runnable undo) {
        notices.done(sentence, "toast.undo", undo);
    }
}
