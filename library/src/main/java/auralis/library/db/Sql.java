package auralis.library.db;

import com.j256.ormlite.dao.DatabaseResultsMapper;
import com.j256.ormlite.field.FieldType;
import com.j256.ormlite.field.SqlType;
import com.j256.ormlite.stmt.StatementBuilder.StatementType;
import com.j256.ormlite.support.CompiledStatement;
import com.j256.ormlite.support.ConnectionSource;
import com.j256.ormlite.support.DatabaseConnection;
import com.j256.ormlite.support.DatabaseResults;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Statements written by hand, where a row is not an object. */
final class Sql {
    private static final FieldType[] NO_FIELDS = {};

    private final ConnectionSource source;

    Sql(ConnectionSource source) {
        this.source = source;
    }

    /** All rows of an answer. */
    <T> List<T> list(String sql, DatabaseResultsMapper<T> mapper, Object... arguments)
            throws SQLException {
        List<T> rows = new ArrayList<>();
        each(sql, mapper, rows::add, arguments);
        return rows;
    }

    /** The only row of an answer, if there is one. */
    <T> Optional<T> first(String sql, DatabaseResultsMapper<T> mapper, Object... arguments)
            throws SQLException {
        return list(sql, mapper, arguments).stream().findFirst();
    }

    /** Rows one by one, for answers that are large. */
    <T> void each(
            String sql, DatabaseResultsMapper<T> mapper, Consumer<T> taker, Object... arguments)
            throws SQLException {
        DatabaseConnection connection = source.getReadOnlyConnection(null);
        try {
            CompiledStatement statement =
                    compiled(connection, sql, StatementType.SELECT_RAW, arguments);
            try {
                DatabaseResults results = statement.runQuery(null);
                for (boolean more = results.first(); more; more = results.next()) {
                    taker.accept(mapper.mapRow(results));
                }
            } finally {
                // Its results are closed with it.
                statement.closeQuietly();
            }
        } finally {
            source.releaseConnection(connection);
        }
    }

    /** Changes rows and answers how many. */
    int run(String sql, Object... arguments) throws SQLException {
        DatabaseConnection connection = source.getReadWriteConnection(null);
        try {
            CompiledStatement statement =
                    compiled(connection, sql, StatementType.UPDATE, arguments);
            try {
                return statement.runUpdate();
            } finally {
                statement.closeQuietly();
            }
        } finally {
            source.releaseConnection(connection);
        }
    }

    private static CompiledStatement compiled(
            DatabaseConnection connection, String sql, StatementType type, Object... arguments)
            throws SQLException {
        CompiledStatement statement =
                connection.compileStatement(
                        sql, type, NO_FIELDS, DatabaseConnection.DEFAULT_RESULT_FLAGS, false);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i, arguments[i], type(arguments[i]));
        }
        return statement;
    }

    private static SqlType type(Object argument) {
        if (argument instanceof Long || argument instanceof Integer) {
            return SqlType.LONG;
        }
        if (argument instanceof Double) {
            return SqlType.DOUBLE;
        }
        return argument instanceof byte[] ? SqlType.BYTE_ARRAY : SqlType.STRING;
    }
}
