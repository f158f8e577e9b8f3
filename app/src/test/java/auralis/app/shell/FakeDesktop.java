package auralis.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.stage.Window;

/** A user who always chooses the same folder, and the file they were told. */
final class FakeDesktop implements Desktop {
    final List<Path> shown = new CopyOnWriteArrayList<>();
    final List<Path> opened = new CopyOnWriteArrayList<>();
    private final Path folder;
    Path file;

    FakeDesktop(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Path> askFolder(Window owner, String title, Optional<Path> from) {
        return Optional.of(folder);
    }

    @Override
    public Optional<Path> askFile(Window owner, String title, Kind kind) {
        return Optional.ofNullable(file);
    }

    @Override
    public Optional<Path> askNewFile(Window owner, String title, Kind kind, String name) {
        return Optional.of(file == null ? folder.resolve(name) : file);
    }

    @Override
    public void showFolder(Path path) {
        shown.add(path);
    }

    @Override
    public void openFile(Path path) {
        opened.add(path);
    }
}
