package auralis.library.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Numbered scripts that lead any older database to today's schema; {@code user_version} counts
 * those that ran.
 */
final class Migrations {
    static final int LATEST = 4;

    private Migrations() {}

    /** Runs what is missing, each script in a transaction of its own. */
    static void run(Connection connection) throws SQLException, IOException {
        run(connection, LATEST);
    }

    static void run(Connection connection, int last) throws SQLException, IOException {
        SqlFunctions.register(connection);
        for (int next = version(connection) + 1; next <= last; next++) {
            step(connection, next);
        }
    }

    /**
     * Another process may run the same migration at the same moment: whoever gets the lock second
     * finds it done.
     */
    private static void step(Connection connection, int number) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                if (version(connection) < number) {
                    for (String sql : script(number)) {
                        statement.execute(sql);
                    }
                    statement.execute("PRAGMA user_version = " + number);
                }
                statement.execute("COMMIT");
            } catch (SQLException | IOException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    static String[] script(int number) throws IOException {
        String name = String.format("%03d.sql", number);
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.strip().split(";\\s*(\\n|$)");
        }
    }

    /** How many scripts ran; 0 in an empty file. */
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }
}
