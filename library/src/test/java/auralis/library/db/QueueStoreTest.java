package auralis.library.db;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.library.media.Tags;
import auralis.library.track.FileStamp;
import auralis.library.track.QueueStore;
import auralis.library.track.Repeat;
import auralis.library.track.StoredQueue;
import auralis.library.track.StoredQueue.Item;
import auralis.library.track.StoredQueue.Playing;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import auralis.library.track.TrackFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plays next is there again after a restart. */
class QueueStoreTest {
    @TempDir private Path folder;
    private Database database;
    private QueueStore queue;
    private long a;
    private long b;
    private long c;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("library.db"));
        queue = database.queue();
        a = add("A");
        b = add("B");
        c = add("C");
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    @Test
    void aNewLibraryHasAnEmptyQueue() throws IOException {
        assertThat(queue.get()).isEqualTo(StoredQueue.EMPTY);
    }

    @Test
    void everythingComesBackAndOneTrackMayBeThereTwice() throws IOException {
        StoredQueue left = full();
        queue.put(left);
        database.close();
        database = Database.open(folder.resolve("library.db"));
        assertThat(database.queue().get()).isEqualTo(left);
        database.queue().put(StoredQueue.EMPTY);
        assertThat(database.queue().get()).isEqualTo(StoredQueue.EMPTY);
    }

    @Test
    void thePositionIsKeptByItself() throws IOException {
        StoredQueue left = full();
        queue.put(left);
        queue.put(Optional.of(new Playing(a, false, 12.5)));
        StoredQueue now = queue.get();
        assertThat(now.playing()).contains(new Playing(a, false, 12.5));
        assertThat(now.entries()).isEqualTo(left.entries());
        assertThat(now.context()).isEqualTo(left.context());
    }

    @Test
    void removedTracksVanishFromIt() throws IOException {
        queue.put(full());
        database.tracks().remove(List.of(c));
        StoredQueue now = queue.get();
        assertThat(now.entries()).containsExactly(a, a);
        assertThat(now.context()).containsExactly(new Item(a, 4, true), new Item(b, 2, false));
        assertThat(now.playing()).isEmpty();
    }

    @Test
    void whatIsNotInTheLibraryIsLeftOut() throws IOException {
        queue.put(
                new StoredQueue(
                        List.of(a, 4711L),
                        "",
                        List.of(),
                        false,
                        Repeat.OFF,
                        Optional.of(new Playing(4711, false, 1))));
        assertThat(queue.get().entries()).containsExactly(a);
        assertThat(queue.get().playing()).isEmpty();
    }

    @Test
    void tenThousandEntriesKeepTheirOrder() throws IOException {
        List<Long> many = LongStream.range(0, 10_000).mapToObj(i -> i % 3 == 0 ? a : b).toList();
        queue.put(
                new StoredQueue(many, "", List.of(), false, Repeat.OFF, Optional.<Playing>empty()));
        assertThat(queue.get().entries()).isEqualTo(many);
    }

    private StoredQueue full() {
        return new StoredQueue(
                List.of(a, c, a),
                "Evening, “loud”",
                List.of(new Item(a, 4, true), new Item(c, 3, true), new Item(b, 2, false)),
                true,
                Repeat.ALL,
                Optional.of(new Playing(c, true, 61.25)));
    }

    private long add(String title) throws IOException {
        Track track =
                database.tracks()
                        .add(
                                List.of(
                                        new TrackFile(
                                                Path.of("/music/" + title + ".flac"),
                                                OptionalLong.empty(),
                                                new FileStamp(1, 1),
                                                Optional.of("content of " + title),
                                                Tags.NONE,
                                                Stream.UNKNOWN,
                                                Optional.empty())))
                        .get(0);
        return track.id();
    }
}
