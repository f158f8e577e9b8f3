package auralis.app.shell;

import auralis.app.platform.FileBrowser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** What the user's desktop does for the window. */
public interface Desktop {
    /** The one of this computer. */
    Desktop SYSTEM = new OfSystem();

    /**
     * Lets the user choose a folder; on the FX thread.
     *
     * @param from where to begin
     * @return empty when the user changed their mind
     */
    Optional<Path> askFolder(Window owner, String title, Optional<Path> from);

    /**
     * Shows a folder in the program of the platform; on a worker.
     *
     * @throws IOException with a sentence for the user
     */
    void showFolder(Path folder) throws IOException, InterruptedException;

    /** Dialogs and programs of the system. */
    final class OfSystem implements Desktop {
        private OfSystem() {}

        @Override
        public Optional<Path> askFolder(Window owner, String title, Optional<Path> from) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(title);
            from.filter(Files::isDirectory)
                    .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
            return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
        }

        @Override
        public void showFolder(Path folder) throws IOException, InterruptedException {
            FileBrowser.show(folder);
        }
    }
}
