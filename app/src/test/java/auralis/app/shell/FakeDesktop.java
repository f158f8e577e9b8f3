package auralis.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.stage.Window;

/** A user who always chooses the same folder. */
final class FakeDesktop implements Desktop {
    final List<Path> shown = new CopyOnWriteArrayList<>();
    private final Path folder;

    FakeDesktop(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Path> askFolder(Window owner, String title, Optional<Path> from) {
        return Optional.of(folder);
    }

    @Override
    public void showFolder(Path path) {
        shown.add(path);
    }
}
