package auralis.app.shell;

import auralis.app.platform.FileBrowser;
import auralis.app.text.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
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

    /** Lets the user choose a file that is there; on the FX thread. */
    Optional<Path> askFile(Window owner, String title, Kind kind);

    /**
     * Lets the user choose where a file goes and whether what is there is replaced; on the FX
     * thread.
     *
     * @param name of the file, as a suggestion; its ending is added where the user leaves it out
     */
    Optional<Path> askNewFile(Window owner, String title, Kind kind, String name);

    /** What a file is to be. */
    enum Kind {
        PRESET("choose.kind.preset", "*.json"),
        PLAYLIST("choose.kind.playlist", "*.m3u8", "*.m3u", "*.xspf"),
        PICTURE("choose.kind.picture", "*.jpg", "*.jpeg", "*.png", "*.webp", "*.gif", "*.bmp"),
        MODEL("choose.kind.model", "*.onnx", "*.bin"),
        REPORT("choose.kind.report", "*.html", "*.json", "*.csv"),
        TRANSCRIPT("choose.kind.transcript", "*.srt", "*.vtt", "*.lrc", "*.json", "*.csv", "*.txt"),
        TEXT("choose.kind.text", "*.txt", "*.lrc", "*.md"),
        /** Any, because the content tells what music is. */
        MUSIC("choose.kind.music", "*");

        private final String key;
        private final List<String> patterns;

        Kind(String key, String... patterns) {
            this.key = key;
            this.patterns = List.of(patterns);
        }

        private boolean names(Path file) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            return patterns.stream().anyMatch(pattern -> name.endsWith(pattern.substring(1)));
        }

        private FileChooser chooser(String title) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(Texts.text(key), patterns));
            return chooser;
        }
    }

    /**
     * Shows a folder in the program of the platform; on a worker.
     *
     * @throws IOException with a sentence for the user
     */
    void showFolder(Path folder) throws IOException, InterruptedException;

    /**
     * Opens a file in the user's program for its kind; on a worker.
     *
     * @throws IOException with a sentence for the user
     */
    void openFile(Path file) throws IOException, InterruptedException;

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
        public Optional<Path> askFile(Window owner, String title, Kind kind) {
            File file = kind.chooser(title).showOpenDialog(owner);
            return Optional.ofNullable(file).map(File::toPath);
        }

        @Override
        public Optional<Path> askNewFile(Window owner, String title, Kind kind, String name) {
            FileChooser chooser = kind.chooser(title);
            chooser.setInitialFileName(name);
            File file = chooser.showSaveDialog(owner);
            return Optional.ofNullable(file).map(File::toPath).map(path -> ended(path, kind, name));
        }

        /** What the dialog did not ask about is not replaced. */
        private static Path ended(Path chosen, Kind kind, String name) {
            String ending = name.substring(name.lastIndexOf('.'));
            Path ended = chosen.resolveSibling(chosen.getFileName() + ending);
            return kind.names(chosen) || Files.exists(ended) ? chosen : ended;
        }

        @Override
        public void showFolder(Path folder) throws IOException, InterruptedException {
            FileBrowser.show(folder);
        }

        @Override
        public void openFile(Path file) throws IOException, InterruptedException {
            FileBrowser.open(file);
        }
    }
}
