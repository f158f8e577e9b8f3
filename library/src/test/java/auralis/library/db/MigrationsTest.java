package auralis.library.db;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.library.backup.Backup;
import auralis.library.backup.Backups;
import auralis.library.search.Query;
import auralis.library.track.Track;
import auralis.library.track.TrackOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library of the first version of the program becomes one of today, and nothing is lost. */
class MigrationsTest {
    private static final String ROWS =
            """
            INSERT INTO track VALUES
                (7, '/music/Björk/Jóga.flac', 'Jóga', 'Björk', 'Homogenic', 'ANALYZED', 305.5,
                 -11.5, -0.2, NULL, 1000),
                (9, '/music/broken.wav', '', '', '', 'FAILED', NULL, NULL, NULL,
                 'broken.wav is empty.', 2000)
            """;

    @TempDir Path folder;
    private Path old;

    @BeforeEach
    void aFirstVersion() throws Exception {
        old = folder.resolve("old/auralis.db");
        Files.createDirectories(old.getParent());
        try (Connection connection = connect(old);
                Statement statement = connection.createStatement()) {
            Migrations.run(connection, 1);
            statement.execute(ROWS);
            statement.execute("INSERT INTO setting VALUES ('window', '{\"volume\":0.5}')");
            statement.execute("INSERT INTO plan VALUES ('a', '{}')");
        }
    }

    @Test
    void aMigratedDatabaseHasTheSchemaOfAFreshOne() throws Exception {
        Path fresh = folder.resolve("fresh/auralis.db");
        Database.open(fresh).close();
        Database.open(old).close();
        assertThat(schema(old)).isEqualTo(schema(fresh));
        assertThat(schema(old)).hasSizeGreaterThan(30);
    }

    @Test
    void rowsSurviveWithTheirIdsAndAreFound() throws Exception {
        try (Database database = Database.open(old)) {
            List<Track> tracks = database.tracks().all();
            assertThat(tracks).extracting(Track::id).containsExactly(7L, 9L);
            Track joga = tracks.get(0);
            assertThat(joga.title()).isEqualTo("Jóga");
            assertThat(joga.integratedLufs()).hasValue(-11.5);
            assertThat(joga.state()).isEqualTo(Track.State.ANALYZED);
            assertThat(tracks.get(1).problem()).contains("broken.wav is empty.");
            assertThat(database.tracks().search(Query.parse("joga bjork"), TrackOrder.ADDED, false))
                    .containsExactly(7L);
            assertThat(
                            database.tracks()
                                    .search(Query.parse("file:broken"), TrackOrder.ADDED, false))
                    .containsExactly(9L);
            assertThat(database.settings().get("window")).contains("{\"volume\":0.5}");
            assertThat(database.plans().get("a")).contains("{}");
            assertThat(database.check().isSound()).isTrue();
        }
    }

    @Test
    void aCopyOfTheOldOneIsKept() throws Exception {
        Database.open(old).close();
        List<Backup> backups = new Backups(old.getParent()).list();
        assertThat(backups).hasSize(1);
        assertThat(backups.get(0).before()).contains("schema-" + Migrations.LATEST);
        try (Connection connection = connect(backups.get(0).file())) {
            assertThat(Migrations.version(connection)).isEqualTo(1);
            assertThat(count(connection, "SELECT count(*) FROM track")).isEqualTo(2);
        }
        Database.open(old).close();
        assertThat(new Backups(old.getParent()).list()).hasSize(1);
    }

    @Test
    void whatIsInterruptedBeginsAgain() throws Exception {
        try (Connection connection = connect(old);
                Statement statement = connection.createStatement()) {
            SqlFunctions.register(connection);
            statement.execute("BEGIN IMMEDIATE");
            for (String sql : Migrations.script(2)) {
                statement.execute(sql);
                // The process ends here: what was not committed is not there.
                if (sql.startsWith("DROP TABLE track_001")) {
                    break;
                }
            }
        }
        try (Connection connection = connect(old)) {
            assertThat(Migrations.version(connection)).isEqualTo(1);
            assertThat(count(connection, "SELECT count(*) FROM track")).isEqualTo(2);
        }
        try (Database database = Database.open(old)) {
            assertThat(database.tracks().all()).hasSize(2);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file + "?journal_mode=WAL");
    }

    /** What there is by name, as it was written. */
    private static Map<String, String> schema(Path file) throws SQLException {
        Map<String, String> schema = new TreeMap<>();
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, sql FROM sqlite_master")) {
            while (rows.next()) {
                schema.put(
                        rows.getString(1),
                        String.valueOf(rows.getString(2)).replaceAll("\\s+", ""));
            }
        }
        return schema;
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getInt(1);
        }
    }
}
