package auralis.app.shell;

import auralis.app.browse.BrowseView;
import auralis.app.master.Host;
import auralis.app.text.Texts;
import auralis.library.track.Track;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** The window around the mastering panel. */
record PanelHost(Surroundings around, BrowseView browse) implements Host {
    @Override
    public Optional<Path> askPresetToImport() {
        return around.askFile(Texts.text("choose.preset.import"), Desktop.Kind.PRESET);
    }

    @Override
    public Optional<Path> askPresetFile(String name) {
        String title = Texts.text("choose.preset.export");
        return around.askNewFile(title, Desktop.Kind.PRESET, name);
    }

    @Override
    public Optional<Path> askMusic() {
        return around.askFile(Texts.text("choose.reference"), Desktop.Kind.MUSIC);
    }

    @Override
    public ObservableValue<Track> selected() {
        return browse.selectedTrack();
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
    public void done(String sentence, Runnable undo) {
        around.notices().done(sentence, "toast.undo", undo);
    }
}
