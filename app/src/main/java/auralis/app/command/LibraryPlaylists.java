package auralis.app.command;

import auralis.library.Library;
import auralis.library.PlaylistImport;
import auralis.library.track.Playlist;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands on playlists. */
final class LibraryPlaylists {
    private LibraryPlaylists() {}

    /** A playlist in an answer. */
    private record Line(String name, Optional<String> search, int tracks) {
        static Line of(Library library, Playlist playlist) throws IOException {
            return new Line(
                    playlist.name(),
                    playlist.search(),
                    library.playlists().tracks(playlist).size());
        }
    }

    @Command(name = "playlists", description = "All playlists.")
    static final class Listing extends LibraryTask {
        /** The whole answer. */
        private record Answer(List<Line> playlists) {}

        @Override
        int run(Library library) throws IOException {
            List<Line> lines = new ArrayList<>();
            for (Playlist playlist : library.playlists().all()) {
                lines.add(Line.of(library, playlist));
            }
            if (json()) {
                print(new Answer(lines));
                return RootCommand.DONE;
            }
            Table table = new Table(Set.of(0));
            for (Line list : lines) {
                table.row(Integer.toString(list.tracks), list.name, list.search.orElse(""));
            }
            table.lines().forEach(this::line);
            return RootCommand.DONE;
        }
    }

    @Command(name = "export-playlist", description = "Writes a playlist for other programs.")
    static final class Export extends LibraryTask {
        @Parameters(paramLabel = "NAME", description = "Of the playlist.")
        private String name;

        @Option(
                names = "--to",
                required = true,
                paramLabel = "FILE",
                description = "Where to; its name ends with .m3u8, .m3u or .xspf.")
        private Path file;

        /** The whole answer. */
        private record Answer(String playlist, String file, int tracks) {}

        @Override
        int run(Library library) throws IOException {
            Playlist playlist = library.playlists().find(name);
            library.playlists().exportTo(playlist, file);
            String target = file.toAbsolutePath().normalize().toString();
            if (json()) {
                int tracks = library.playlists().tracks(playlist).size();
                print(new Answer(playlist.name(), target, tracks));
            } else {
                say(target);
            }
            return RootCommand.DONE;
        }
    }

    @Command(
            name = "import-playlist",
            description = "Makes a playlist of a file; tracks it names are added to the library.")
    static final class Import extends LibraryTask {
        @Parameters(paramLabel = "FILE", description = "M3U, M3U8 or XSPF.")
        private Path file;

        @Option(
                names = "--name",
                paramLabel = "NAME",
                description = "Of the playlist (default: the one in the file, or the file's).")
        private Optional<String> name;

        /** The whole answer. */
        private record Answer(Line playlist, long added, List<String> missing) {}

        @Override
        boolean writes() {
            return true;
        }

        @Override
        int run(Library library) throws IOException, InterruptedException {
            PlaylistImport done;
            try (ProgressLine progress = progress("Import")) {
                done = library.playlists().importFrom(file, name, progress);
            }
            Line made = Line.of(library, done.playlist());
            done.missing().forEach(missing -> System.err.println(missing + " is not there."));
            if (json()) {
                print(new Answer(made, done.added(), done.missing()));
            } else {
                say("\"" + made.name + "\": " + made.tracks + " tracks, " + done.added() + " new.");
            }
            return FileCommand.exitCode(!done.missing().isEmpty());
        }
    }
}
