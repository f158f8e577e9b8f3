package auralis.library.db;

import auralis.library.backup.Backups;
import com.j256.ormlite.jdbc.JdbcConnectionSource;
import com.j256.ormlite.jdbc.db.SqliteDatabaseType;
import com.j256.ormlite.support.ConnectionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** What is looked at and done before a database is used. */
final class Opening {
    private Opening() {}

    /** Makes the database ready to be written, or answers why it cannot be. */
    static Optional<String> obstacle(DatabaseFile file) throws IOException, SQLException {
        if (!file.isWritable()) {
            return Optional.of(
                    "The library in "
                            + file.folder()
                            + " cannot be written, so nothing is stored. Give yourself the right"
                            + " to write there, or choose another folder with --data-dir.");
        }
        int version = version(file);
        if (version > Migrations.LATEST) {
            return Optional.of(newer(version));
        }
        try (Connection connection = DriverManager.getConnection(file.url())) {
            if (version > 0 && version < Migrations.LATEST) {
                new Backups(file.folder())
                        .createBefore(
                                "schema-" + Migrations.LATEST, copy -> copy(connection, copy));
            }
            Migrations.run(connection);
        }
        return Optional.empty();
    }

    /** Without changing how the file is kept, because it may be a newer program's. */
    private static int version(DatabaseFile file) throws IOException, SQLException {
        if (!Files.exists(file.path())) {
            return 0;
        }
        try (Connection connection = DriverManager.getConnection(file.readOnlyUrl())) {
            return Migrations.version(connection);
        }
    }

    private static String newer(int version) {
        return "The library was made by a newer Auralis (schema "
                + version
                + ", this program knows "
                + Migrations.LATEST
                + "), so nothing is stored. Start the newer program, or choose another folder with"
                + " --data-dir.";
    }

    private static void copy(Connection connection, Path target) throws IOException {
        try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, target.toString());
            copy.execute();
        } catch (SQLException e) {
            throw new IOException("The library cannot be copied to " + target + ": " + e, e);
        }
    }

    /** Throws a sentence when a copy is no whole database of this program. */
    static void verify(DatabaseFile copy) throws IOException {
        NativeSqlite.load();
        try {
            ConnectionSource source =
                    new JdbcConnectionSource(copy.url(), new SqliteDatabaseType());
            try {
                verify(new Sql(source));
            } finally {
                source.closeQuietly();
            }
        } catch (SQLException e) {
            throw new IOException("It is no library, or damaged. Choose another backup.", e);
        }
    }

    private static void verify(Sql copy) throws SQLException, IOException {
        int version = copy.first("PRAGMA user_version", row -> row.getInt(0)).orElse(0);
        if (version == 0) {
            throw new IOException("It is no library of Auralis. Choose another backup.");
        }
        if (version > Migrations.LATEST) {
            throw new IOException(newer(version));
        }
        if (!Checkup.damage(copy).isEmpty()) {
            throw new IOException("The backup is damaged itself. Choose another backup.");
        }
    }
}
