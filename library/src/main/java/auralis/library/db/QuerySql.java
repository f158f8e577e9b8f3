package auralis.library.db;

import auralis.library.search.NumberField;
import auralis.library.search.Query;
import auralis.library.search.Term;
import auralis.library.search.TextField;
import auralis.library.search.YesNoField;
import auralis.library.track.TrackOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Queries as SQL over {@code track t}. Words become conditions on the index of folded texts; those
 * that must all be there become one, because the index intersects faster than the tables do.
 */
final class QuerySql {
    private static final String ANYWHERE = "{title artist album album_artist genre file}";
    private static final String TIES =
            "a.sort_key, b.sort_key, t.disc_number, t.track_number, t.title_key, t.id";

    private QuerySql() {}

    /** The ids that a query finds, as one text; hidden tracks too. */
    static String select(Query query) {
        boolean onlyWords =
                !query.all().isEmpty()
                        && query.all().stream().allMatch(term -> term instanceof Term.Words);
        return onlyWords
                ? "SELECT group_concat(rowid) FROM track_text WHERE " + matching(allWords(query))
                : select("group_concat(t.id)", query);
    }

    /** A value of the tracks that a query finds; of hidden tracks too. */
    static String select(String value, Query query) {
        return "SELECT " + value + " FROM track t" + where(query);
    }

    /** The ids of all tracks, hidden ones too, row by row in an order. */
    static String all(TrackOrder order, boolean descending) {
        return "SELECT t.id FROM track t"
                + " LEFT JOIN artist a ON a.id = t.artist_id"
                + " LEFT JOIN album b ON b.id = t.album_id"
                + join(order)
                + " ORDER BY "
                + order(order, descending);
    }

    private static String join(TrackOrder order) {
        return switch (order) {
            case GENRE -> " LEFT JOIN genre g ON g.id = t.genre_id";
            case ALBUM_ARTIST -> " LEFT JOIN artist c ON c.id = b.artist_id";
            case FAVOURITE -> " LEFT JOIN favourite f ON f.track_id = t.id";
            case PLAYS, PLAYED -> " LEFT JOIN play p ON p.track_id = t.id";
            default -> "";
        };
    }

    private static String order(TrackOrder order, boolean descending) {
        String direction = descending ? " DESC" : "";
        return switch (order) {
            case ADDED -> "t.id" + direction;
            case ARTIST -> "a.sort_key" + direction + ", " + TIES;
            case ALBUM -> "b.sort_key" + direction + ", " + TIES;
            default -> column(order) + direction + ", " + TIES;
        };
    }

    private static String column(TrackOrder order) {
        return switch (order) {
            case TITLE -> "t.title_key";
            case ALBUM_ARTIST -> "c.sort_key";
            case NUMBER -> "t.track_number";
            case YEAR -> "t.year_number";
            case GENRE -> "g.sort_key";
            case TIME -> "t.seconds";
            case LOUDNESS -> "t.integrated_lufs";
            case PEAK -> "t.true_peak_dbtp";
            case RANGE -> "t.range_lu";
            case STATE -> "t.state";
            case VERSIONS -> "(SELECT count(*) FROM version v WHERE v.track_id = t.id)";
            case FAVOURITE -> "f.since";
            case PLAYS -> "p.count";
            case PLAYED -> "p.last_at";
            case RATE -> "t.sample_rate";
            case CODEC -> "t.codec";
            case PATH -> "t.path_key";
            case ADDED, ARTIST, ALBUM -> throw new IllegalArgumentException(order.name());
        };
    }

    private static String where(Query query) {
        List<String> conditions = new ArrayList<>();
        String words = allWords(query);
        if (!words.isEmpty()) {
            conditions.add(match(words));
        }
        query.all().stream()
                .filter(term -> !(term instanceof Term.Words))
                .forEach(term -> conditions.add(condition(term)));
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** Empty when there are none. */
    private static String allWords(Query query) {
        return query.all().stream()
                .filter(Term.Words.class::isInstance)
                .map(term -> words((Term.Words) term))
                .collect(Collectors.joining(" AND "));
    }

    private static String condition(Term term) {
        if (term instanceof Term.Words words) {
            return match(words(words));
        }
        if (term instanceof Term.Numbers numbers) {
            return numbers(numbers);
        }
        if (term instanceof Term.Flag flag) {
            return (flag.value() ? "" : "NOT ") + "(" + flag(flag.field()) + ")";
        }
        if (term instanceof Term.Not not) {
            // Not known is not so.
            return "NOT coalesce(" + condition(not.term()) + ", 0)";
        }
        if (term instanceof Term.Any any) {
            return joined(any.terms(), " OR ");
        }
        return joined(((Term.All) term).terms(), " AND ");
    }

    private static String joined(List<Term> terms, String between) {
        return terms.stream()
                .map(QuerySql::condition)
                .collect(Collectors.joining(between, "(", ")"));
    }

    private static String match(String words) {
        return "t.id IN (SELECT rowid FROM track_text WHERE " + matching(words) + ")";
    }

    private static String matching(String words) {
        return "track_text MATCH '" + words.replace("'", "''") + "'";
    }

    private static String words(Term.Words words) {
        return columns(words.field())
                + " : \""
                + String.join(" ", words.tokens()).replace("\"", "\"\"")
                + "\""
                + (words.prefix() ? " *" : "");
    }

    private static String columns(Optional<TextField> field) {
        if (field.isEmpty()) {
            return ANYWHERE;
        }
        return switch (field.get()) {
            case ARTIST -> "{artist}";
            case TITLE -> "{title}";
            case ALBUM -> "{album}";
            case ALBUM_ARTIST -> "{album_artist}";
            case GENRE -> "{genre}";
            case FILE -> "{file}";
            case PATH -> "{folder file}";
            case COMPOSER -> "{composer}";
            case COMMENT -> "{comment}";
        };
    }

    private static String numbers(Term.Numbers numbers) {
        String value = number(numbers.field());
        List<String> bounds = new ArrayList<>();
        numbers.min()
                .ifPresent(min -> bounds.add(value + (numbers.minIncluded() ? ">=" : ">") + min));
        numbers.max()
                .ifPresent(max -> bounds.add(value + (numbers.maxIncluded() ? "<=" : "<") + max));
        return "(" + String.join(" AND ", bounds) + ")";
    }

    private static String number(NumberField field) {
        return switch (field) {
            case YEAR -> "t.year_number";
            case TRACK -> "t.track_number";
            case DISC -> "t.disc_number";
            case LENGTH -> "t.seconds";
            case LUFS -> "t.integrated_lufs";
            case TP -> "t.true_peak_dbtp";
            case LRA -> "t.range_lu";
            case RATE -> "t.sample_rate";
            case BITS -> "t.bit_depth";
            case CHANNELS -> "t.channels";
            case PLAYS -> "coalesce((SELECT count FROM play p WHERE p.track_id = t.id), 0)";
            case ADDED -> "((unixepoch() * 1000 - t.added_at) / 86400000.0)";
        };
    }

    private static String flag(YesNoField field) {
        return switch (field) {
            case MASTERED -> "t.id IN (SELECT track_id FROM version)";
            case MISSING -> "t.presence = 'MISSING'";
            case OFFLINE -> "t.presence = 'OFFLINE'";
            case FAVOURITE -> "t.id IN (SELECT track_id FROM favourite)";
            case ANALYZED -> "t.state = 'ANALYZED'";
            case DUPLICATE ->
                    "t.content IN (SELECT content FROM track"
                            + " WHERE removed_at IS NULL AND presence = 'PRESENT'"
                            + " AND content IS NOT NULL GROUP BY content HAVING count(*) > 1)";
            case PROBLEM -> "t.problem IS NOT NULL";
        };
    }
}
