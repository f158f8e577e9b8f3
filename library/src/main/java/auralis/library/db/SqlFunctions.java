package auralis.library.db;

import auralis.library.search.Fold;
import auralis.library.track.PathKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.sqlite.Function;

/** What migrations compute of texts that are there already. */
final class SqlFunctions {
    private SqlFunctions() {}

    static void register(Connection connection) throws SQLException {
        register(connection, "fold", Fold::text);
        register(connection, "sort_key", Fold::sortKey);
        register(connection, "path_key", path -> PathKey.of(Path.of(path)));
        register(connection, "fold_file", TrackText::file);
        register(connection, "fold_folder", TrackText::folder);
    }

    private static void register(Connection connection, String name, UnaryOperator<String> text)
            throws SQLException {
        Function.create(
                connection,
                name,
                new Function() {
                    @Override
                    protected void xFunc() throws SQLException {
                        result(text.apply(value_text(0)));
                    }
                });
    }
}
