package auralis.library.db;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.library.media.Tags;
import auralis.library.search.Query;
import auralis.library.search.QueryException;
import auralis.library.track.FileStamp;
import auralis.library.track.Measured;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import auralis.library.track.TrackFile;
import auralis.library.track.TrackOrder;
import auralis.library.track.TrackStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds is right, and stands in the order that is right now. */
class TrackSearchTest {
    private static final int COUNT = 600;

    @TempDir private Path folder;
    private Database database;
    private TrackStore tracks;

    @BeforeEach
    void fill() throws IOException {
        database = Database.open(folder.resolve("auralis.db"));
        GeneratedLibrary.fill(database, folder, COUNT);
        tracks = database.tracks();
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(TrackOrder.class)
    void everyOrderHoldsEveryTrackOnceAndIsReversedByItsSortKey(TrackOrder order)
            throws IOException {
        List<Long> up = tracks.search(Query.ALL, order, false);
        List<Long> down = tracks.search(Query.ALL, order, true);
        assertThat(up).hasSize(COUNT).doesNotHaveDuplicates();
        assertThat(new HashSet<>(down)).isEqualTo(new HashSet<>(up));
    }

    @Test
    void loudnessIsSortedByValueAndUnknownComesFirst() throws IOException {
        List<Track> sorted = tracks.get(tracks.search(Query.ALL, TrackOrder.LOUDNESS, false));
        assertThat(sorted)
                .extracting(track -> track.integratedLufs().orElse(Double.NEGATIVE_INFINITY))
                .isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "night",
                "night -live",
                "lufs:<-16 night",
                "genre:jazz OR year:>2000",
                "missing:yes",
                "offline:yes",
                "-(love OR duplicate:yes)",
                "-problem:no"
            })
    void aSearchInAnOrderIsThatOrderWithoutTheRest(String text) throws IOException, QueryException {
        Query query = Query.parse(text);
        List<Long> found = tracks.search(query, TrackOrder.ADDED, false);
        List<Long> all = new ArrayList<>(tracks.search(Query.ALL, TrackOrder.TITLE, true));
        all.retainAll(found);
        assertThat(found).isNotEmpty().hasSizeLessThan(COUNT).isSorted();
        assertThat(tracks.search(query, TrackOrder.TITLE, true)).isEqualTo(all);
    }

    @Test
    void hiddenTracksAreNotFoundUntilTheyComeBackToTheirPlace() throws IOException {
        List<Long> before = tracks.search(Query.ALL, TrackOrder.ARTIST, false);
        List<Long> hidden = before.subList(10, 20);
        tracks.remove(hidden);
        assertThat(tracks.search(Query.ALL, TrackOrder.ARTIST, false))
                .hasSize(COUNT - 10)
                .doesNotContainAnyElementsOf(hidden);
        tracks.restore(hidden);
        assertThat(tracks.search(Query.ALL, TrackOrder.ARTIST, false)).isEqualTo(before);
    }

    @Test
    void aKeptOrderFollowsEveryChange() throws IOException {
        for (TrackOrder order : TrackOrder.values()) {
            tracks.search(Query.ALL, order, true);
        }
        long quiet = tracks.search(Query.ALL, TrackOrder.TITLE, false).get(300);
        tracks.setFavourite(List.of(quiet), true);
        tracks.measured(quiet, "content", Stream.UNKNOWN, loud(), Optional.empty());
        assertThat(tracks.search(Query.ALL, TrackOrder.LOUDNESS, true)).startsWith(quiet);
        assertThat(tracks.search(Query.ALL, TrackOrder.FAVOURITE, true)).startsWith(quiet);
        Track added = tracks.add(List.of(file("zzzz"))).get(0);
        assertThat(tracks.search(Query.ALL, TrackOrder.TITLE, false)).contains(added.id());
    }

    @Test
    void whatAnotherProcessAddedIsFound() throws IOException {
        tracks.search(Query.ALL, TrackOrder.TITLE, false);
        try (Database other = Database.open(folder.resolve("auralis.db"))) {
            long id = other.tracks().add(List.of(file("zzzz"))).get(0).id();
            assertThat(tracks.search(Query.ALL, TrackOrder.TITLE, false))
                    .hasSize(COUNT + 1)
                    .contains(id);
        }
    }

    @Test
    void groupsAreThoseOfTheTracksThatAreFound() throws IOException, QueryException {
        Query jazz = Query.parse("genre:jazz");
        assertThat(tracks.genres(jazz)).extracting(genre -> genre.name()).containsExactly("Jazz");
        assertThat(tracks.genres(Query.ALL)).hasSizeGreaterThan(1);
        assertThat(tracks.albums(jazz)).hasSizeLessThan(tracks.albums(Query.ALL).size());
        assertThat(Collections.max(tracks.artists(Query.ALL), (a, b) -> a.tracks() - b.tracks()))
                .satisfies(most -> assertThat(most.albums()).isPositive());
    }

    private static Measured loud() {
        return new Measured(OptionalDouble.of(3), OptionalDouble.of(1), OptionalDouble.of(3));
    }

    private static TrackFile file(String name) {
        return new TrackFile(
                Path.of("/music", name),
                OptionalLong.empty(),
                new FileStamp(1, 1),
                Optional.of("content of " + name),
                Tags.NONE,
                Stream.UNKNOWN,
                Optional.empty());
    }
}
