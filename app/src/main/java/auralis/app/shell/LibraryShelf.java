package auralis.app.shell;

import auralis.app.browse.album.Covers;
import auralis.app.catalogue.Analysis;
import auralis.app.catalogue.Folders;
import auralis.app.catalogue.Shelf;
import auralis.dsp.Progress;
import auralis.library.Library;
import auralis.library.media.Thumbnails;
import auralis.library.track.Root;
import auralis.library.track.ScanProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.image.Image;

/** The centre of the window on top of the library. */
final class LibraryShelf {
    private static final Logger LOG = System.getLogger(LibraryShelf.class.getName());

    private LibraryShelf() {}

    static Shelf of(Library library, Thumbnails thumbnails) {
        Covers covers =
                (file, px) ->
                        thumbnails
                                .of(file, px)
                                .map(bytes -> new Image(new ByteArrayInputStream(bytes)));
        return new Shelf(
                new LibraryTracks(library),
                covers,
                Optional.of(new LibraryFolders(library)),
                Optional.of(analysis(library)));
    }

    private static Analysis analysis(Library library) {
        return new Analysis() {
            @Override
            public void pause() {
                set(library, true);
            }

            @Override
            public void resume() {
                set(library, false);
            }
        };
    }

    /** Without waiting for the disk, which keeps it for the next start. */
    private static void set(Library library, boolean pause) {
        CompletableFuture.runAsync(
                () -> {
                    try {
                        library.measuring().pause(pause);
                    } catch (IOException e) {
                        LOG.log(Level.WARNING, "whether measuring is paused is not kept", e);
                    }
                });
    }

    private record LibraryFolders(Library library) implements Folders {
        @Override
        public List<Root> all() throws IOException {
            return library.scans().roots();
        }

        @Override
        public List<ScanProblem> problems() throws IOException {
            return library.scans().problems();
        }

        @Override
        public void relocate(Path from, Path to, Progress progress)
                throws IOException, InterruptedException {
            library.scans().relocate(from, to, progress);
        }
    }
}
