package auralis.app.master;

import auralis.library.track.Track;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** What the window does for the panel: asks for files, knows the list, tells. FX thread only. */
public interface Host {
    /** Empty when the user changed their mind; so it is with all files. */
    Optional<Path> askPresetToImport();

    /**
     * Where an exported preset goes; the user agreed to replace what is there.
     *
     * @param name of the file, as a suggestion
     */
    Optional<Path> askPresetFile(String name);

    Optional<Path> askMusic();

    /** The first of the selected tracks; holds null while none is. */
    ObservableValue<Track> selected();

    void problem(String sentence);

    /** Tells what was done. */
    void done(String sentence);

    /** Tells what was done and offers to undo it. */
    void done(String sentence, Runnable undo);
}
