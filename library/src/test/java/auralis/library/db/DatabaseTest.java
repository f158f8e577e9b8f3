package auralis.library.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.library.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir Path folder;

    @Test
    void keepsTracksOverARestart() throws IOException {
        Track stored;
        try (Database database = Database.open(file())) {
            stored = database.tracks().add(List.of(track("ünï 音.wav"))).get(0);
            database.tracks()
                    .update(
                            new Track(
                                    stored.id(),
                                    stored.file(),
                                    "Title",
                                    "Artist",
                                    "Album",
                                    Track.State.ANALYZED,
                                    OptionalDouble.of(12.5),
                                    OptionalDouble.of(-14.2),
                                    OptionalDouble.empty(),
                                    Optional.empty()));
        }
        try (Database database = Database.open(file())) {
            Track found = database.tracks().all().get(0);
            assertThat(found.id()).isEqualTo(stored.id());
            assertThat(found.file()).isEqualTo(stored.file());
            assertThat(found.title()).isEqualTo("Title");
            assertThat(found.integratedLufs()).hasValue(-14.2);
            assertThat(found.truePeakDbtp()).isEmpty();
        }
    }

    @Test
    void aFileIsAddedOnce() throws IOException {
        try (Database database = Database.open(file())) {
            assertThat(database.tracks().add(List.of(track("a"), track("b"), track("a"))))
                    .hasSize(2);
            assertThat(database.tracks().add(List.of(track("a")))).isEmpty();
            assertThat(database.tracks().all()).hasSize(2);
        }
    }

    @Test
    void removedTracksStayRemoved() throws IOException {
        try (Database database = Database.open(file())) {
            Track track = database.tracks().add(List.of(track("a"))).get(0);
            database.tracks().remove(List.of(track.id()));
            database.tracks().update(track);
            assertThat(database.tracks().all()).isEmpty();
        }
    }

    @Test
    void jsonIsReplacedByKey() throws IOException {
        try (Database database = Database.open(file())) {
            database.plans().put("a", "1");
            database.plans().put("a", "2");
            assertThat(database.plans().get("a")).contains("2");
            assertThat(database.analyses().get("a")).isEmpty();
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
                one.tracks().add(List.of(track("one" + i)));
                two.tracks().add(List.of(track("two" + i)));
            }
            assertThat(one.tracks().all()).hasSize(100);
        }
    }

    private Path file() {
        return folder.resolve("data/auralis.db");
    }

    private static Track track(String name) {
        return new Track(
                0,
                Path.of("/music", name),
                name,
                "",
                "",
                Track.State.NEW,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }
}
