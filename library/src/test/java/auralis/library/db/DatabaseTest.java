package auralis.library.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.library.backup.Backup;
import auralis.library.backup.Backups;
import auralis.library.media.Tags;
import auralis.library.search.Query;
import auralis.library.track.FileStamp;
import auralis.library.track.LibraryCheck;
import auralis.library.track.Measured;
import auralis.library.track.Presence;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import auralis.library.track.TrackFile;
import auralis.library.track.TrackOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
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
    void aNewerDatabaseIsReadAndNeverWritten() throws Exception {
        try (Database database = Database.open(file())) {
            database.tracks().add(List.of(file("a")));
            database.plans().put("a", "1");
        }
        version(file(), 999);
        byte[] before = Files.readAllBytes(file());
        try (Database database = Database.open(file())) {
            assertThat(database.readOnly().orElseThrow())
                    .contains("newer Auralis (schema 999, this program knows")
                    .contains("Start the newer program");
            assertThat(database.tracks().all()).hasSize(1);
            assertThat(database.plans().get("a")).contains("1");
            assertThat(database.check().isSound()).isTrue();
            assertThatThrownBy(() -> database.tracks().add(List.of(file("b"))))
                    .isInstanceOf(IOException.class)
                    .hasMessage(database.readOnly().get());
            assertThatThrownBy(() -> database.settings().put("a", "1"))
                    .hasMessage(database.readOnly().get());
            assertThatThrownBy(database::repair).hasMessage(database.readOnly().get());
        }
        assertThat(file()).hasBinaryContent(before);
    }

    @Test
    void aNewerSchemaSaysWhyItCannotBeRead() throws Exception {
        Database.open(file()).close();
        run(file(), "PRAGMA user_version = 999", "ALTER TABLE track RENAME TO song");
        try (Database database = Database.open(file())) {
            assertThatThrownBy(() -> database.tracks().all()).hasMessageContaining("newer Auralis");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsRead() throws Exception {
        try (Database database = Database.open(file())) {
            database.tracks().add(List.of(file("a")));
        }
        Path folder = file().getParent();
        Assumptions.assumeTrue(folder.toFile().setWritable(false) && !Files.isWritable(folder));
        try (Database database = Database.open(file())) {
            assertThat(database.readOnly().orElseThrow()).contains("cannot be written");
            assertThat(database.tracks().all()).hasSize(1);
            assertThatThrownBy(() -> database.tracks().add(List.of(file("b"))))
                    .hasMessage(database.readOnly().get());
        } finally {
            folder.toFile().setWritable(true);
        }
    }

    @Test
    void rowsReferToWhatIsThere() throws Exception {
        Database.open(file()).close();
        try (Connection connection = DriverManager.getConnection(new DatabaseFile(file()).url())) {
            assertThatThrownBy(
                            () ->
                                    connection
                                            .createStatement()
                                            .execute("INSERT INTO favourite VALUES (77, 1)"))
                    .hasMessageContaining("FOREIGN KEY");
        }
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
    void aDamagedFileNamesItsNewestBackup() throws IOException {
        Backup backup;
        try (Database database = Database.open(file())) {
            backup = new Backups(file().getParent()).create(database);
        }
        Files.writeString(file(), "no database at all, and longer than a header ".repeat(100));
        assertThatThrownBy(() -> Database.open(file()))
                .hasMessageContaining("auralis library restore " + backup.file());
    }

    @Test
    void oddNamesOfFoldersAreNoOptions() throws IOException {
        Path odd = folder.resolve("what? 100% #1/auralis.db");
        try (Database database = Database.open(odd)) {
            database.tracks().add(List.of(file("a")));
        }
        assertThat(odd).exists();
    }

    @Test
    void theCheckCountsWhatIsNotWhole() throws Exception {
        try (Database database = Database.open(file())) {
            List<Track> tracks =
                    database.tracks().add(List.of(file("one"), file("two"), file("three")));
            database.tracks().setPresence(List.of(tracks.get(0).id()), Presence.MISSING);
            database.tracks().remove(List.of(tracks.get(1).id()));
            LibraryCheck check = database.check();
            assertThat(check.isSound()).isTrue();
            assertThat(check.isRepairable()).isFalse();
            assertThat(check.tracks()).isEqualTo(2);
            assertThat(check.removed()).isEqualTo(1);
            assertThat(check.missing()).isEqualTo(1);
        }
    }

    @Test
    void aRepairFindsAllWordsAgainAndDropsLeftovers() throws Exception {
        try (Database database = Database.open(file())) {
            database.tracks().add(List.of(file("one"), file("two"), file("three")));
        }
        run(
                file(),
                "DELETE FROM track_text WHERE rowid = 1",
                "INSERT OR REPLACE INTO track_text (rowid, title) VALUES (2, 'something else')",
                "INSERT INTO genre (name, sort_key) VALUES ('Polka', 'polka')",
                "INSERT INTO waveform VALUES ('of no track', 1, x'00')");
        try (Database database = Database.open(file())) {
            LibraryCheck broken = database.check();
            assertThat(broken.isSound()).isFalse();
            assertThat(broken.emptyGroups()).isEqualTo(1);
            assertThat(broken.unusedResults()).isEqualTo(1);
            assertThat(found(database, "one")).isEmpty();
            database.repair();
            assertThat(database.check().sentences()).isEmpty();
            assertThat(found(database, "one")).hasSize(1);
            assertThat(found(database, "two")).hasSize(1);
        }
    }

    private static List<Long> found(Database database, String words) throws Exception {
        return database.tracks().search(Query.parse(words), TrackOrder.ADDED, false);
    }

    private static void version(Path file, int version) throws SQLException {
        run(file, "PRAGMA user_version = " + version);
    }

    private static void run(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String sql : statements) {
                connection.createStatement().execute(sql);
            }
        }
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
