package auralis.app.playlist;

import auralis.app.action.History;
import auralis.app.action.History.Edit;
import auralis.app.fx.FxTask;
import auralis.app.text.Texts;
import auralis.library.PlaylistImport;
import auralis.library.playlist.PlaylistFile;
import auralis.library.track.Playlist;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/** Playlists from files and into files. FX thread only. */
public final class PlaylistFiles {
    private final PlaylistShelf shelf;
    private final History history;
    private final Host host;
    private final ExecutorService workers;

    public PlaylistFiles(PlaylistShelf shelf, History history, Host host, ExecutorService workers) {
        this.shelf = shelf;
        this.history = history;
        this.host = host;
        this.workers = workers;
    }

    Host host() {
        return host;
    }

    /** Whether a file is a playlist, by its name. */
    public static boolean isPlaylist(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return PlaylistFile.ENDINGS.stream().anyMatch(ending -> name.endsWith("." + ending));
    }

    /** Asks for a file and makes a playlist of it. */
    public void importOne() {
        host.askPlaylistToImport().ifPresent(this::importFrom);
    }

    /** Makes a playlist of a file; what it names is added to the library. */
    public void importFrom(Path file) {
        AtomicReference<PlaylistImport> came = new AtomicReference<>();
        history.perform(
                new Edit(
                                Texts.text("edit.playlist.import", file.getFileName()),
                                progress -> {
                                    came.set(
                                            shelf.playlists()
                                                    .importFrom(file, Optional.empty(), progress));
                                    return shelf.removing(came.get().playlist());
                                })
                        .slowly()
                        .then(() -> Optional.ofNullable(came.get()).ifPresent(this::tell)));
    }

    /** Asks where a playlist is to go and writes it there. */
    public void exportTo(Playlist playlist) {
        String name = playlist.name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + ".m3u8";
        host.askPlaylistFile(name).ifPresent(file -> exportTo(playlist, file));
    }

    private void exportTo(Playlist playlist, Path file) {
        new FxTask<Void>(
                        progress -> {
                            shelf.playlists().exportTo(playlist, file);
                            return null;
                        })
                .onResult(done -> host.done(Texts.text("toast.playlist.exported", file)))
                .onFailure(failure -> host.problem(failure.getMessage()))
                .start(workers);
    }

    private void tell(PlaylistImport came) {
        shelf.openNew(came.playlist());
        List<String> missing = came.missing();
        String name = came.playlist().name();
        String added =
                Texts.text("toast.playlist.imported", name, came.playlist().tracks(), came.added());
        if (missing.isEmpty()) {
            host.done(added);
        } else {
            host.done(
                    Texts.text("toast.playlist.missing", added, missing.size()),
                    Texts.text("playlist.missing.title", name),
                    missing);
        }
    }
}
