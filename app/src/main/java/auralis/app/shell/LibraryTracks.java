package auralis.app.shell;

import auralis.app.browse.Tracks;
import auralis.dsp.Progress;
import auralis.library.Library;
import auralis.library.track.LibraryEvent;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The library behind the list. */
record LibraryTracks(Library library) implements Tracks {
    @Override
    public List<Track> all() throws IOException {
        return library.tracks();
    }

    @Override
    public void add(List<Path> filesAndFolders, Progress progress)
            throws IOException, InterruptedException {
        library.add(filesAndFolders, progress);
    }

    @Override
    public void remove(Collection<Long> ids) throws IOException {
        library.remove(ids);
    }

    @Override
    public Runnable onEvent(Consumer<LibraryEvent> listener) {
        return library.onEvent(listener);
    }
}
