package auralis.library.db;

import com.j256.ormlite.support.DatabaseResults;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Columns that may be null. Whether one was null can be asked only right after it was read, before
 * any other is.
 */
final class Columns {
    private Columns() {}

    static OptionalInt whole(DatabaseResults row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull(column) ? OptionalInt.empty() : OptionalInt.of(value);
    }

    static OptionalLong id(DatabaseResults row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull(column) ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static OptionalDouble decimal(DatabaseResults row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull(column) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Stored as milliseconds since 1970. */
    static Optional<Instant> instant(DatabaseResults row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull(column) ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
    }
}
