package auralis.app.command;

import auralis.library.Library;
import auralis.library.search.Query;
import auralis.library.track.Album;
import auralis.library.track.Artist;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;

/** The commands that answer what tracks belong to. */
final class LibraryGroups {
    private LibraryGroups() {}

    @Command(name = "albums", description = "All albums, by artist.")
    static final class Albums extends LibraryTask {
        /** The whole answer. */
        private record Answer(List<Album> albums, int total) {}

        @Override
        int run(Library library) throws IOException {
            List<Album> albums = library.albums(Query.ALL);
            if (json()) {
                print(new Answer(albums, albums.size()));
                return RootCommand.DONE;
            }
            Table table = new Table(Set.of(0, 1, 2));
            table.row("year", "tracks", "time", "artist", "album");
            for (Album album : albums) {
                table.row(
                        album.year().isPresent() ? Integer.toString(album.year().getAsInt()) : "-",
                        Integer.toString(album.tracks()),
                        ProgressLine.clock(album.seconds()),
                        album.artist(),
                        album.title());
            }
            table.lines().forEach(this::line);
            return RootCommand.DONE;
        }
    }

    @Command(name = "artists", description = "All artists.")
    static final class Artists extends LibraryTask {
        /** The whole answer. */
        private record Answer(List<Artist> artists, int total) {}

        @Override
        int run(Library library) throws IOException {
            List<Artist> artists = library.artists(Query.ALL);
            if (json()) {
                print(new Answer(artists, artists.size()));
                return RootCommand.DONE;
            }
            Table table = new Table(Set.of(0, 1));
            table.row("albums", "tracks", "artist");
            for (Artist artist : artists) {
                table.row(
                        Integer.toString(artist.albums()),
                        Integer.toString(artist.tracks()),
                        artist.name());
            }
            table.lines().forEach(this::line);
            return RootCommand.DONE;
        }
    }
}
