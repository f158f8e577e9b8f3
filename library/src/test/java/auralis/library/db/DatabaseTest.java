package auralis.library.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.library.media.Tags;
import auralis.library.track.FileStamp;
import auralis.library.track.Measured;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import auralis.library.track.TrackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir Path folder;

    @Test
    void keepsTracksOverARestart() throws IOException {
        Track stored;
        try (Database database = Database.open(file())) {
            stored = database.tracks().add(List.of(file("ünï 音.wav"))).get(0);
            database.tracks()
                    .measured(
                            stored.id(),
                            "content",
                            stored.stream(),
                            new Measured(
                                    OptionalDouble.of(-14.2),
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty()),
                            Optional.empty());
        }
        try (Database database = Database.open(file())) {
            Track found = database.tracks().all().get(0);
            assertThat(found.id()).isEqualTo(stored.id());
            assertThat(found.file()).isEqualTo(stored.file());
            assertThat(found.title()).isEqualTo("ünï 音");
            assertThat(found.state()).isEqualTo(Track.State.ANALYZED);
            assertThat(found.integratedLufs()).hasValue(-14.2);
            assertThat(found.truePeakDbtp()).isEmpty();
        }
    }

    @Test
    void aFileIsAddedOnce() throws IOException {
        try (Database database = Database.open(file())) {
            assertThat(database.tracks().add(List.of(file("a"), file("b"), file("a")))).hasSize(2);
            assertThat(database.tracks().add(List.of(file("a")))).isEmpty();
            assertThat(database.tracks().all()).hasSize(2);
        }
    }

    @Test
    void removedTracksStayRemoved() throws IOException {
        try (Database database = Database.open(file())) {
            Track track = database.tracks().add(List.of(file("a"))).get(0);
            database.tracks().remove(List.of(track.id()));
            database.tracks().failed(track.id(), "it is gone");
            assertThat(database.tracks().all()).isEmpty();
            assertThat(database.tracks().restore(List.of(track.id()))).hasSize(1);
        }
    }

    @Test
    void jsonIsReplacedByKey() throws IOException {
        try (Database database = Database.open(file())) {
            database.plans().put("a", "1");
            database.plans().put("a", "2");
            assertThat(database.plans().get("a")).contains("2");
            assertThat(database.settings().get("a")).isEmpty();
        }
    }

    @Test
    void refusesANewerDatabase() throws Exception {
        Database.open(file()).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            connection.createStatement().execute("PRAGMA user_version = 999");
        }
        assertThatThrownBy(() -> Database.open(file()))
                .isInstanceOf(NewerDatabaseException.class)
                .hasMessageContaining("newer Auralis");
    }

    @Test
    void aDamagedFileIsLeftAloneAndSaysWhatToDo() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "no database at all, and longer than a header ".repeat(100));
        assertThatThrownBy(() -> Database.open(file()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it is damaged. Move it away");
        assertThat(file()).content().startsWith("no database");
    }

    @Test
    void twoProcessesMayShareIt() throws IOException {
        try (Database one = Database.open(file());
                Database two = Database.open(file())) {
            for (int i = 0; i < 50; i++) {
                one.tracks().add(List.of(file("one" + i)));
                two.tracks().add(List.of(file("two" + i)));
            }
            assertThat(one.tracks().all()).hasSize(100);
        }
    }

    private Path file() {
        return folder.resolve("data/auralis.db");
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
