package auralis.library.db;

import auralis.library.track.PathKey;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The condition that a file lies below a folder, however deep, for rows with {@code path} and
 * {@code path_key}. Keys below a folder begin alike, so they are a range of the index. A disk below
 * the folder may fold names though the folder's own does not: its keys are another range, in which
 * the path decides.
 *
 * @param keys what keys begin with
 * @param folded what they begin with on a disk that folds names
 * @param start what paths begin with
 */
record Below(String keys, String folded, String start) {
    static final String CONDITION =
            "(path_key >= ? AND path_key < ?"
                    + " OR path_key >= ? AND path_key < ? AND substr(path, 1, ?) = ?)";

    static Below of(Path folder) {
        Path inside = folder.resolve("x");
        String start = withoutLast(inside.toString());
        String folded = Normalizer.normalize(start, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return new Below(withoutLast(PathKey.of(inside)), folded, start);
    }

    private static String withoutLast(String text) {
        return text.substring(0, text.length() - 1);
    }

    /** In characters as the database counts them. */
    long length() {
        return start.codePointCount(0, start.length());
    }

    /** For the condition, behind those that stand before it. */
    Object[] arguments(Object... before) {
        Object[] own = {keys, behind(keys), folded, behind(folded), length(), start};
        return Stream.concat(Stream.of(before), Stream.of(own)).toArray();
    }

    /** The first text behind all that begin like this one, which ends with a separator. */
    private static String behind(String prefix) {
        return withoutLast(prefix) + (char) (prefix.charAt(prefix.length() - 1) + 1);
    }
}
