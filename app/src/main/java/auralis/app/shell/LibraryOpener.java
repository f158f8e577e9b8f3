package auralis.app.shell;

import auralis.app.play.TrackOpener;
import auralis.library.Library;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens files for the player, and knows from a library which track stands before one. */
public record LibraryOpener(Library library) implements TrackOpener {
    @Override
    public MediaSource open(Path file) throws IOException {
        return Media.open(file);
    }

    @Override
    public Optional<Path> before(Path file) throws IOException {
        List<Path> album = library.album(file).stream().map(Track::file).toList();
        int at = album.indexOf(file);
        return at > 0 ? Optional.of(album.get(at - 1)) : Optional.empty();
    }
}
