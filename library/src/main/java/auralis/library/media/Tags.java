package auralis.library.media;

import auralis.library.tag.TaggedFile;
import auralis.library.tag.TextNumber;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a file says about its music. Several artists, genres and so on stand in one text, with "; "
 * between them.
 *
 * @param title empty when unknown, as is every other text
 * @param track as written: "3" or "3/12"
 * @param disc as written: "1" or "1/2"
 * @param year as written: "2019" or "2019-05-01"
 */
public record Tags(
        String title,
        String artist,
        String album,
        String albumArtist,
        String track,
        String disc,
        String year,
        String genre,
        String composer,
        String comment) {

    public static final Tags NONE = new Tags("", "", "", "", "", "", "", "", "", "");

    private static final Logger LOG = System.getLogger(Tags.class.getName());
    private static final String BETWEEN = "; ";

    /**
     * The tags of a file, known by its content; {@link #NONE} where it has none, or none that can
     * be read, which is no reason not to hear it.
     */
    public static Tags read(Path file) {
        try {
            Map<String, List<String>> fields = all(file);
            return fields.isEmpty() ? NONE : of(fields);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, () -> "no tags of " + file, e);
            return NONE;
        }
    }

    /** One of the other fields of a file, whatever its case; empty as in {@link #read}. */
    public static String field(Path file, String name) {
        try {
            return all(file).entrySet().stream()
                    .filter(field -> field.getKey().equalsIgnoreCase(name))
                    .map(field -> String.join(BETWEEN, field.getValue()))
                    .findFirst()
                    .orElse("");
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, () -> "no tags of " + file, e);
            return "";
        }
    }

    /** Everything a file says, by the names that {@link TaggedFile} explains. */
    static Map<String, List<String>> all(Path file) throws IOException {
        Optional<TaggedFile> known = TaggedFile.open(file);
        if (known.isPresent()) {
            return fields(known.get());
        }
        return switch (Magic.of(file)) {
            case MP3 -> fields(TaggedFile.openMpeg(file));
            case OTHER_SOUND -> FfmpegTags.read(file);
            default -> Map.of();
        };
    }

    private static Map<String, List<String>> fields(TaggedFile file) throws IOException {
        try (file) {
            return file.fields();
        }
    }

    private static Tags of(Map<String, List<String>> fields) {
        return new Tags(
                text(fields, "title"),
                text(fields, "artist"),
                text(fields, "album"),
                text(fields, "albumartist"),
                text(fields, "track"),
                text(fields, "disc"),
                text(fields, "year"),
                text(fields, "genre"),
                text(fields, "composer"),
                text(fields, "comment"));
    }

    private static String text(Map<String, List<String>> fields, String name) {
        return String.join(BETWEEN, fields.getOrDefault(name, List.of()));
    }

    /** The number of the track on its disc. */
    public OptionalInt trackNumber() {
        return TextNumber.of(track);
    }

    /** The number of the disc in its set. */
    public OptionalInt discNumber() {
        return TextNumber.of(disc);
    }

    /** The year of the date. */
    public OptionalInt yearNumber() {
        return TextNumber.of(year);
    }

    /**
     * The fields by the names that templates of file names use; of track and disc without their
     * total.
     */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("artist", artist);
        fields.put("album", album);
        fields.put("albumartist", albumArtist);
        fields.put("track", track.split("/", 2)[0].strip());
        fields.put("disc", disc.split("/", 2)[0].strip());
        fields.put("year", year);
        fields.put("genre", genre);
        fields.put("composer", composer);
        fields.put("comment", comment);
        return fields;
    }
}
