package auralis.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.Progress;
import auralis.library.db.Database;
import auralis.library.track.LibraryEvent;
import auralis.library.track.Playlist;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaylistsTest {
    @TempDir Path folder;
    private Library library;
    private Playlists playlists;
    private List<Long> ids;

    @BeforeEach
    void open() throws Exception {
        library = library("data");
        playlists = library.playlists();
        int hertz = 400;
        for (String name : List.of("music/a.wav", "music/Ünï #1/b 100%.wav", "music/c.wav")) {
            Sounds.tone(folder.resolve(name), hertz++, 0.1);
        }
        library.add(List.of(folder.resolve("music")), Progress.NONE);
        ids =
                library.tracks().stream()
                        .sorted(Comparator.comparing(Track::file))
                        .map(Track::id)
                        .toList();
    }

    @AfterEach
    void close() throws IOException {
        library.close();
    }

    private Library library(String name) throws IOException {
        Path data = folder.resolve(name);
        return new Library(Database.open(data.resolve("auralis.db")), data);
    }

    @Test
    void holdsTracksInTheOrderOfTheUser() throws IOException {
        Playlist evening = playlists.create("Evening");
        playlists.append(evening, List.of(ids.get(2), ids.get(0)));
        playlists.insert(evening, 1, List.of(ids.get(1), ids.get(2)));
        assertThat(playlists.tracks(evening))
                .containsExactly(ids.get(2), ids.get(1), ids.get(2), ids.get(0));
        assertThat(playlists.find("EVENING").tracks()).isEqualTo(4);
    }

    @Test
    void everyChangeCanBeTakenBack() throws IOException {
        Playlist first = playlists.create("First");
        Playlist second = playlists.create("Second");
        playlists.append(first, ids);
        playlists.rename(first, "Renamed").run();
        playlists.setTracks(first, List.of()).run();
        playlists.arrange(List.of(second.id(), first.id())).run();
        Playlist known = playlists.find("First");
        playlists.remove(known).run();
        assertThat(playlists.all()).extracting(Playlist::name).containsExactly("First", "Second");
        assertThat(playlists.tracks(known)).isEqualTo(ids);
    }

    @Test
    void aSmartOneHoldsWhatItsSearchFinds() throws IOException {
        Playlist smart = playlists.createSmart("Favourites", "favourite:yes");
        assertThat(playlists.tracks(smart)).isEmpty();
        library.setFavourite(List.of(ids.get(1)), true);
        assertThat(playlists.tracks(smart)).containsExactly(ids.get(1));
        assertThatThrownBy(() -> playlists.createSmart("Wrong", "colour:red"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("colour");
    }

    @Test
    void aNameIsThereOnce() throws IOException {
        Playlist evening = playlists.create("Evening");
        assertThatThrownBy(() -> playlists.create(" évening "))
                .hasMessageContaining("There is a playlist \"Evening\" already");
        playlists.rename(evening, "EVENING");
        assertThatThrownBy(() -> playlists.create("  ")).hasMessageContaining("needs a name");
        assertThatThrownBy(() -> playlists.find("Morning")).hasMessageContaining("There are: EVE");
    }

    @Test
    void aTrackThatComesBackIsInItsPlaylistsAgain() throws IOException {
        Playlist evening = playlists.create("Evening");
        playlists.append(evening, ids);
        library.remove(ids.subList(0, 2));
        assertThat(playlists.tracks(evening)).containsExactly(ids.get(2));
        library.restore(ids.subList(0, 2));
        assertThat(playlists.tracks(evening)).isEqualTo(ids);
    }

    @Test
    void anEditDoesNotForgetTracksThatAreOutOfTheLibrary() throws IOException {
        Playlist evening = playlists.create("Evening");
        playlists.append(evening, ids);
        library.remove(ids.subList(0, 1));
        playlists.setTracks(evening, List.of(ids.get(2), ids.get(1)));
        library.restore(ids.subList(0, 1));
        assertThat(playlists.tracks(evening)).containsExactly(ids.get(2), ids.get(1), ids.get(0));
    }

    @Test
    void goesToAnotherLibraryByAFile() throws Exception {
        Playlist evening = playlists.create("Evening");
        playlists.append(evening, List.of(ids.get(2), ids.get(0), ids.get(2)));
        for (String name : List.of("evening.m3u8", "evening.xspf")) {
            Path file = folder.resolve(name);
            playlists.exportTo(evening, file);
            try (Library other = library("data of " + name)) {
                PlaylistImport read =
                        other.playlists().importFrom(file, Optional.empty(), Progress.NONE);
                assertThat(read.playlist().name()).isEqualTo("Evening");
                assertThat(read.added()).isEqualTo(2);
                assertThat(read.missing()).isEmpty();
                assertThat(
                                other.tracks(other.playlists().tracks(read.playlist())).stream()
                                        .map(track -> track.file().getFileName().toString()))
                        .containsExactly("b 100%.wav", "a.wav", "b 100%.wav");
            }
        }
    }

    @Test
    void anImportSaysWhatIsMissing() throws Exception {
        playlists.create("list");
        Path file = folder.resolve("list.m3u8");
        Files.writeString(file, "music/c.wav\ngone.mp3\nhttp://radio.example/stream\n");
        PlaylistImport read = playlists.importFrom(file, Optional.empty(), Progress.NONE);
        assertThat(read.playlist().name()).isEqualTo("list 2");
        assertThat(read.added()).isZero();
        assertThat(read.missing()).containsExactly("gone.mp3", "http://radio.example/stream");
    }

    @Test
    void nothingIsMadeOfAListWhoseFilesAreNotThere() throws Exception {
        Path file = folder.resolve("list.m3u8");
        Files.writeString(file, "gone.mp3\n");
        assertThatThrownBy(() -> playlists.importFrom(file, Optional.empty(), Progress.NONE))
                .hasMessageContaining("list.m3u8: none of its 1 entries");
        assertThat(playlists.all()).isEmpty();
    }

    @Test
    void anExportReplacesPlaylistsOnly() throws Exception {
        Playlist evening = playlists.create("Evening");
        playlists.append(evening, ids);
        Path song = Sounds.tone(folder.resolve("song.m3u8"), 500, 0.1);
        byte[] before = Files.readAllBytes(song);
        assertThatThrownBy(() -> playlists.exportTo(evening, song))
                .hasMessageContaining("song.m3u8 is there already and is no playlist");
        assertThat(song).hasBinaryContent(before);
        Path list = folder.resolve("list.m3u8");
        playlists.exportTo(evening, list);
        playlists.exportTo(evening, list);
        assertThat(list).exists();
    }

    @Test
    void changesAreTold() throws IOException {
        List<LibraryEvent> told = new ArrayList<>();
        library.onEvent(told::add);
        Playlist evening = playlists.create("Evening");
        playlists.append(evening, ids).run();
        assertThat(told).hasSize(3).hasOnlyElementsOfType(LibraryEvent.PlaylistsChanged.class);
    }
}
