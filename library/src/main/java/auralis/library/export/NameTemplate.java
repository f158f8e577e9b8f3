package auralis.library.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How results are named: plain text with fields in braces, {@code {artist} - {title}}. A field may
 * name alternatives, of which the first with a value is taken; a last one that is no field stands
 * for itself: {@code {albumartist|artist|Unknown artist}}. A block with fields in brackets vanishes
 * whole when one of them is empty: {@code {title}{ ([album])}}; outside of blocks the separators
 * beside an empty field go with it, so that {@code {artist} - {title}} never begins with a dash.
 * {@code {n:000}} is the number in the batch with at least three digits. What stands before a slash
 * names a folder, which is left out where it is empty: {@code {album}/{track} {title}}.
 *
 * @param text without the ending of the file name
 */
public record NameTemplate(String text) {
    private static final Pattern BRACES = Pattern.compile("\\{([^}]*)\\}");
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)\\]");

    /** Not allowed in names on at least one of our systems. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");

    private static final Pattern PADDED = Pattern.compile("n:(0+)");

    /** Devices of Windows, whatever the ending. */
    private static final Pattern RESERVED =
            Pattern.compile(
                    "(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])"
                            + " *(\\..*)?");

    private static final Pattern SLASH_OUTSIDE_OF_BRACES = Pattern.compile("/(?![^{]*\\})");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    // While a name is made: where a field is empty, and around each value that is not.
    private static final String EMPTY = "\u0000";
    private static final String VALUE = "\u0001";

    private static final String SEPARATORS = "[\\s\\-\u2013\u2014_.,;&+\u00b7]*";
    private static final Pattern EMPTY_BRACKETS =
            Pattern.compile("[(\\[]\\s*" + EMPTY + "\\s*[)\\]]");
    private static final Pattern EMPTY_END =
            Pattern.compile(SEPARATORS + "(" + EMPTY + SEPARATORS + ")+$");
    private static final Pattern EMPTY_BEFORE = Pattern.compile(EMPTY + SEPARATORS);

    /** In bytes of UTF-8: disks allow 255, and numbers and endings come on top. */
    private static final int LONGEST = 200;

    /** What may stand in braces, for people. */
    public static final String FIELD_NAMES =
            "name, title, artist, album, albumartist, track, disc, year, genre, preset, lufs, stem,"
                    + " date, n";

    private static final List<String> FIELDS = List.of(FIELD_NAMES.split(", "));

    /** As the source is called; made after all that its making needs. */
    public static final NameTemplate SOURCE_NAME = new NameTemplate("{name}");

    public NameTemplate {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the template of names is empty");
        }
        requireFields(text);
        requireClosed(BRACES.matcher(text).replaceAll(""), "{", "}");
        requireFolders(text);
    }

    private static void requireClosed(String rest, String open, String close) {
        if (rest.contains(open) || rest.contains(close)) {
            throw new IllegalArgumentException(
                    "a " + open + " or " + close + " stands alone, where a field is {title}");
        }
    }

    private static void requireFolders(String text) {
        if (text.contains("\\")) {
            throw new IllegalArgumentException("folders are named with /, not with \\");
        }
        for (String part : SLASH_OUTSIDE_OF_BRACES.split(text, -1)) {
            if (part.isBlank() || part.matches("\\.+")) {
                throw new IllegalArgumentException(
                        "each folder has a name, and all lie below that of the results");
            }
        }
    }

    /**
     * A single name in braces or brackets must be a field, or it would silently stand for nothing.
     */
    private static void requireFields(String text) {
        Matcher inside = BRACES.matcher(text);
        while (inside.find()) {
            Matcher optional = BRACKETS.matcher(inside.group(1));
            boolean block = false;
            while (optional.find()) {
                block = true;
                requireField(optional.group(1));
            }
            requireClosed(optional.replaceAll(""), "[", "]");
            if (!block) {
                requireField(inside.group(1));
            }
        }
    }

    private static void requireField(String alternatives) {
        String first = alternatives.split("\\|", 2)[0];
        if (!FIELDS.contains(first) && !PADDED.matcher(first).matches()) {
            throw new IllegalArgumentException(
                    "there is no field {" + first + "}, only " + String.join(", ", FIELDS));
        }
    }

    /**
     * The name for these values, safe on every file system, behind those of folders that it lies
     * in.
     *
     * @param fields values by field name; missing or empty ones count as unknown
     */
    public String expand(Map<String, String> fields) {
        String[] parts = SLASH_OUTSIDE_OF_BRACES.split(text);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            String part = safe(expand(parts[i], fields));
            boolean last = i == parts.length - 1;
            if (last || !part.isEmpty()) {
                path.append(part.isEmpty() ? "_" : part).append(last ? "" : "/");
            }
        }
        return path.toString();
    }

    private static String expand(String part, Map<String, String> fields) {
        String name =
                replace(
                        BRACES,
                        part,
                        inside ->
                                inside.contains("[")
                                        ? block(inside, fields)
                                        : marked(inside, fields));
        name = EMPTY_BRACKETS.matcher(name).replaceAll(EMPTY);
        name = EMPTY_END.matcher(name).replaceAll("");
        name = EMPTY_BEFORE.matcher(name).replaceAll("");
        return name.replace(VALUE, "");
    }

    private static String marked(String inside, Map<String, String> fields) {
        String value = value(inside, fields);
        return value.isEmpty() ? EMPTY : VALUE + value + VALUE;
    }

    private static String safe(String wanted) {
        String name = cut(FORBIDDEN.matcher(wanted).replaceAll("_").strip());
        // Windows drops dots and spaces at the end, which would make two names one.
        name = name.replaceAll("[. ]+$", "");
        return name.startsWith(".") || RESERVED.matcher(name).matches() ? "_" + name : name;
    }

    private static String cut(String name) {
        int length = name.length();
        while (name.substring(0, length).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            length = name.offsetByCodePoints(length, -1);
        }
        return name.substring(0, length);
    }

    private static String block(String inside, Map<String, String> fields) {
        Matcher field = BRACKETS.matcher(inside);
        while (field.find()) {
            if (value(field.group(1), fields).isEmpty()) {
                return "";
            }
        }
        return replace(BRACKETS, inside, name -> value(name, fields));
    }

    private static String value(String alternatives, Map<String, String> fields) {
        String[] names = alternatives.split("\\|");
        for (String name : names) {
            String value = field(name, fields);
            if (!value.isEmpty()) {
                return value;
            }
        }
        String last = names[names.length - 1];
        return names.length == 1 || fields.containsKey(last) ? "" : last;
    }

    private static String field(String name, Map<String, String> fields) {
        Matcher padded = PADDED.matcher(name);
        if (!padded.matches()) {
            return CONTROL.matcher(fields.getOrDefault(name, "")).replaceAll("_");
        }
        String number = fields.getOrDefault("n", "");
        return "0".repeat(Math.max(0, padded.group(1).length() - number.length())) + number;
    }

    private static String replace(
            Pattern pattern, String text, java.util.function.UnaryOperator<String> meaning) {
        return pattern.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(meaning.apply(found.group(1))));
    }
}
