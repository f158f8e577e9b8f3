package auralis.library.db;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.library.media.Tags;
import auralis.library.search.Query;
import auralis.library.track.FileStamp;
import auralis.library.track.Measured;
import auralis.library.track.Presence;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import auralis.library.track.TrackFile;
import auralis.library.track.TrackOrder;
import auralis.library.track.Version;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of the search field, against a database. */
class SearchTest {
    @TempDir Path folder;
    private Database database;

    @BeforeEach
    void fill() throws Exception {
        database = Database.open(folder.resolve("auralis.db"));
        add("Jóga", "Björk", "Homogenic", "5", "1997", "Art Pop", "/vinyl/joga.flac", "c1");
        add("Hunter", "Björk", "Homogenic", "1", "1997", "Art Pop", "/vinyl/hunter.flac", "c2");
        add("Hoppípolla", "Sigur Rós", "Takk…", "3", "2005", "Post-Rock", "/cd/03.mp3", "c3");
        add("夜のバス", "東京バンド", "音楽", "2", "1988", "J-Pop", "/cd/yoru.mp3", "c4");
        add("Track 10", "Various", "Live at Home", "10", "", "", "/live/10.wav", "c5");
        add("Track 2", "Various", "Live at Home", "2", "", "", "/live/2.wav", "c5");
        measure(1, -16.5, -0.5, 6);
        measure(2, -9, 0.3, 4);
        database.tracks().failed(4, "the file ends early at 0:31.");
        database.tracks().setFavourite(List.of(3L), true);
        database.tracks().played(3, Instant.now());
        database.tracks().setPresence(List.of(5L), Presence.MISSING);
        database.versions()
                .add(
                        new Version(
                                0,
                                2,
                                Path.of("/masters/hunter.flac"),
                                "{}",
                                OptionalDouble.of(-14),
                                OptionalDouble.of(-1),
                                Instant.now()));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bjork | 1 2",
                "BJÖ hunt | 2",
                "björk -joga | 2",
                "artist:\"sigur ros\" | 3",
                "title:sigur |",
                "hoppipolla OR hunter | 2 3",
                "バス | 4",
                "\"live at\" | 5 6",
                "\"at live\" |",
                "path:vinyl | 1 2",
                "vinyl |",
                "10.wav | 5",
                "year:>1990 | 1 2 3",
                "year:1988..1997 | 1 2 4",
                "-year:>1990 | 4 5 6",
                "lufs:<-16 | 1",
                "tp:>-1 | 1 2",
                "tp:>0 | 2",
                "lra:>=5 | 1",
                "mastered:yes | 2",
                "mastered:no björk | 1",
                "missing:yes | 5",
                "favourite:yes | 3",
                "plays:0 | 1 2 4 5 6",
                "analyzed:yes | 1 2",
                "problem:yes | 4",
                "duplicate:yes |",
                "added:<1 | 1 2 3 4 5 6",
                "added:>1 |",
                "genre:rock | 3",
                "(joga OR takk) artist:b | 1",
            })
    void finds(String typed, String expected) throws Exception {
        List<Long> ids =
                expected == null
                        ? List.of()
                        : List.of(expected.split(" ")).stream().map(Long::valueOf).toList();
        assertThat(database.tracks().search(Query.parse(typed), TrackOrder.ADDED, false))
                .as(typed)
                .isEqualTo(ids);
    }

    @Test
    void copiesAreDuplicatesWhileBothAreThere() throws Exception {
        database.tracks().setPresence(List.of(5L), Presence.PRESENT);
        assertThat(database.tracks().search(Query.parse("duplicate:yes"), TrackOrder.ADDED, false))
                .containsExactly(5L, 6L);
    }

    @Test
    void everyOrderHoldsAllTracksBothWays() throws Exception {
        for (TrackOrder order : TrackOrder.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                assertThat(database.tracks().search(Query.ALL, order, descending))
                        .as("%s %s", order, descending)
                        .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
            }
        }
    }

    @Test
    void sortsAsPeopleDo() throws Exception {
        assertThat(titles(TrackOrder.TITLE, false))
                .containsSubsequence("Hoppípolla", "Hunter", "Jóga", "Track 2", "Track 10");
        assertThat(titles(TrackOrder.ARTIST, false))
                .containsSubsequence("Hunter", "Jóga", "Hoppípolla", "Track 2", "Track 10");
        assertThat(titles(TrackOrder.LOUDNESS, true)).startsWith("Hunter", "Jóga");
    }

    @Test
    void whatIsRemovedIsNotFoundAndComesBackWithAllThatBelongsToIt() throws Exception {
        database.tracks().remove(List.of(3L));
        assertThat(database.tracks().search(Query.parse("favourite:yes"), TrackOrder.ADDED, false))
                .isEmpty();
        Track back = database.tracks().restore(List.of(3L)).get(0);
        assertThat(back.listened().favourite()).isTrue();
        assertThat(back.listened().plays()).isEqualTo(1);
        assertThat(database.tracks().search(Query.parse("sigur"), TrackOrder.ADDED, false))
                .containsExactly(3L);
    }

    @Test
    void albumsAndArtistsAreCounted() throws Exception {
        assertThat(database.tracks().albums(Query.ALL))
                .extracting(album -> album.artist() + "/" + album.title() + "/" + album.tracks())
                .containsExactly(
                        "Björk/Homogenic/2",
                        "Sigur Rós/Takk…/1",
                        "Various/Live at Home/2",
                        "東京バンド/音楽/1");
        assertThat(database.tracks().artists(Query.ALL))
                .extracting(artist -> artist.name() + "/" + artist.albums() + "/" + artist.tracks())
                .containsExactly("Björk/1/2", "Sigur Rós/1/1", "Various/1/2", "東京バンド/1/1");
        assertThat(database.tracks().genres(Query.ALL)).hasSize(3);
    }

    private List<String> titles(TrackOrder order, boolean descending) throws Exception {
        return database
                .tracks()
                .get(database.tracks().search(Query.ALL, order, descending))
                .stream()
                .map(Track::title)
                .toList();
    }

    private void measure(long id, double lufs, double peak, double range) throws Exception {
        database.tracks()
                .measured(
                        id,
                        "c" + id,
                        new Stream(
                                Optional.of("flac"),
                                OptionalInt.of(44100),
                                OptionalInt.of(2),
                                OptionalInt.of(16),
                                OptionalDouble.of(200)),
                        new Measured(
                                OptionalDouble.of(lufs),
                                OptionalDouble.of(range),
                                OptionalDouble.of(peak)),
                        Optional.empty());
    }

    private void add(
            String title,
            String artist,
            String album,
            String track,
            String year,
            String genre,
            String file,
            String content)
            throws Exception {
        database.tracks()
                .add(
                        List.of(
                                new TrackFile(
                                        Path.of(file),
                                        OptionalLong.empty(),
                                        new FileStamp(1, 1),
                                        Optional.of(content),
                                        new Tags(
                                                title, artist, album, "", track, "", year, genre,
                                                "", ""),
                                        Stream.UNKNOWN,
                                        Optional.empty())));
    }
}
