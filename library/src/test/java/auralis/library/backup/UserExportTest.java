package auralis.library.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.library.db.Database;
import auralis.library.media.Tags;
import auralis.library.track.Entered;
import auralis.library.track.FileStamp;
import auralis.library.track.Playlist;
import auralis.library.track.Root;
import auralis.library.track.Storage;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import auralis.library.track.TrackFile;
import auralis.library.track.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserExportTest {
    private static final Instant THEN = Instant.parse("2020-05-01T10:00:00Z");

    @TempDir Path folder;
    private Storage one;
    private Storage two;
    private Path file;

    @BeforeEach
    void twoLibraries() throws IOException {
        file = folder.resolve("mine.json");
        one = Database.open(folder.resolve("one/auralis.db"));
        two = Database.open(folder.resolve("two/auralis.db"));
        List<Track> tracks = add(one, "/music/a", "/music/b", "/music/c", "/music/d");
        one.tracks().setFavourite(List.of(tracks.get(0).id()), true);
        one.tracks().played(tracks.get(1).id(), THEN);
        one.tracks().played(tracks.get(1).id(), THEN.plusSeconds(9));
        one.tracks().remove(List.of(tracks.get(2).id()));
        one.entered()
                .add(
                        List.of(
                                new Entered(
                                        tracks.get(1).id(),
                                        tracks.get(1).file(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        0,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("{\"intensity\":0.5}"))));
        one.versions()
                .add(
                        new Version(
                                0,
                                tracks.get(3).id(),
                                Path.of("/masters/d.flac"),
                                "{}",
                                OptionalDouble.of(-14),
                                OptionalDouble.empty(),
                                THEN));
        long list = one.playlists().create("Evening", Optional.empty()).id();
        one.playlists()
                .setTracks(
                        list, List.of(tracks.get(3).id(), tracks.get(0).id(), tracks.get(3).id()));
        one.playlists().create("Loud", Optional.of("lufs:>-9"));
        one.roots().add(folder);
        one.settings().put("window", "{\"volume\":0.5}");
        new UserExport(one).write(file);
    }

    @AfterEach
    void close() throws IOException {
        one.close();
        two.close();
    }

    @Test
    void anImportBeforeTheScanIsFilledUpByALaterOne() throws IOException {
        new UserExport(one).write(file);
        new UserImport(two).read(file);
        assertThat(two.playlists().all()).extracting(Playlist::name).containsExactly("Loud");
        long a = add(two, "/music/a").get(0).id();
        new UserImport(two).read(file);
        long d = add(two, "/music/d").get(0).id();
        new UserImport(two).read(file);
        new UserImport(two).read(file);
        assertThat(two.playlists().all())
                .extracting(Playlist::name)
                .containsExactlyInAnyOrder("Loud", "Evening");
        long evening =
                two.playlists().all().stream()
                        .filter(list -> list.name().equals("Evening"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        assertThat(two.playlists().tracks(evening)).containsExactly(d, a, d);
    }

    @Test
    void anExportReplacesExportsOnlyAndMakesNoFolders() throws IOException {
        Path song = Files.writeString(folder.resolve("song.flac"), "music");
        assertThatThrownBy(() -> new UserExport(one).write(song))
                .hasMessageContaining("is no export of a library");
        assertThat(song).hasContent("music");
        assertThatThrownBy(() -> new UserExport(one).write(folder.resolve("no/such/mine.json")))
                .hasMessageContaining("is no folder");
        assertThat(folder.resolve("no")).doesNotExist();
        new UserExport(one).write(file);
        new UserExport(one).write(file);
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void anotherLibraryTakesAllOfIt() throws IOException {
        add(two, "/other", "/music/d", "/music/c", "/music/b", "/music/a");
        UserImport.Summary summary = new UserImport(two).read(file);
        assertThat(summary.unknown()).isEmpty();
        assertThat(summary.playlists()).isEqualTo(2);
        assertSame();
    }

    @Test
    void movedFilesAreKnownByTheirContent() throws IOException {
        two.tracks()
                .add(
                        List.of(
                                at("/new/a", "/music/a"),
                                at("/new/b", "/music/b"),
                                at("/new/c", "/music/c"),
                                at("/new/d", "/music/d")));
        new UserImport(two).read(file);
        assertSame();
    }

    private void assertSame() throws IOException {
        assertThat(titles(two, "Evening")).containsExactly("d", "a", "d");
        assertThat(two.playlists().all())
                .extracting(Playlist::name)
                .containsExactly("Evening", "Loud");
        assertThat(two.playlists().all().get(1).search()).contains("lufs:>-9");
        assertThat(two.roots().all()).extracting(Root::folder).containsExactly(folder);
        assertThat(two.settings().get("window")).contains("{\"volume\":0.5}");
        assertThat(two.versions().all())
                .extracting(Version::file)
                .containsExactly(Path.of("/masters/d.flac"));
        Track b = track(two, "b");
        assertThat(b.listened().plays()).isEqualTo(2);
        assertThat(b.listened().last()).contains(THEN.plusSeconds(9));
        assertThat(track(two, "a").listened().favourite()).isTrue();
        assertThat(two.tracks().all()).extracting(Track::title).doesNotContain("c");
        Entered entered =
                two.entered().all().stream()
                        .filter(e -> e.id() == b.id())
                        .findFirst()
                        .orElseThrow();
        assertThat(entered.settings()).contains("{\"intensity\":0.5}");
    }

    @Test
    void twiceIsOnce() throws IOException {
        add(two, "/music/a", "/music/b", "/music/c", "/music/d");
        new UserImport(two).read(file);
        assertThat(new UserImport(two).read(file).playlists()).isZero();
        assertSame();
    }

    @Test
    void anotherPlaylistOfTheSameNameStays() throws IOException {
        List<Track> tracks = add(two, "/music/a", "/music/b", "/music/c", "/music/d");
        long mine = two.playlists().create("Evening", Optional.empty()).id();
        two.playlists().setTracks(mine, List.of(tracks.get(1).id()));
        new UserImport(two).read(file);
        assertThat(titles(two, "Evening")).containsExactly("b");
        assertThat(titles(two, "Evening (2)")).containsExactly("d", "a", "d");
    }

    @Test
    void whatIsNotThereIsCounted() throws IOException {
        add(two, "/music/a");
        assertThat(new UserImport(two).read(file).unknown())
                .containsExactly("/music/b", "/music/d");
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        Files.writeString(file, "{\"tracks\":[]}");
        assertThatThrownBy(() -> new UserImport(two).read(file))
                .hasMessageContaining("is no export of a library");
        Files.writeString(file, "music");
        assertThatThrownBy(() -> new UserImport(two).read(file))
                .hasMessageContaining("is no export of a library");
    }

    private static List<Track> add(Storage storage, String... files) throws IOException {
        return storage.tracks().add(Arrays.stream(files).map(name -> at(name, name)).toList());
    }

    private static TrackFile at(String file, String content) {
        return new TrackFile(
                Path.of(file),
                OptionalLong.empty(),
                new FileStamp(1, 1),
                Optional.of(content),
                Tags.NONE,
                Stream.UNKNOWN,
                Optional.empty());
    }

    private static Track track(Storage storage, String title) throws IOException {
        return storage.tracks().all().stream()
                .filter(track -> track.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(Storage storage, String playlist) throws IOException {
        long id =
                storage.playlists().all().stream()
                        .filter(one -> one.name().equals(playlist))
                        .findFirst()
                        .orElseThrow()
                        .id();
        return storage.tracks().get(storage.playlists().tracks(id)).stream()
                .map(Track::title)
                .toList();
    }
}
