package auralis.library.media;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.audio.exceptions.CannotReadException;
import org.jaudiotagger.audio.exceptions.InvalidAudioFrameException;
import org.jaudiotagger.audio.exceptions.ReadOnlyFileException;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.KeyNotFoundException;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagException;

/**
 * What a file says about its music.
 *
 * @param title empty when unknown, as is every other text
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

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private static final Logger LOG = System.getLogger(Tags.class.getName());

    /**
     * The tag library reports every odd byte it meets. It is held here, because a logger nobody
     * holds forgets its level.
     */
    private static final java.util.logging.Logger CHATTER =
            java.util.logging.Logger.getLogger("org.jaudiotagger");

    static {
        CHATTER.setLevel(java.util.logging.Level.OFF);
    }

    /**
     * The tags of a file; {@link #NONE} where it has none, or none that can be read, which is no
     * reason not to hear it.
     */
    public static Tags read(Path file) {
        try {
            Tag tag = AudioFileIO.read(file.toFile()).getTag();
            return tag == null ? NONE : of(tag);
        } catch (IOException
                | CannotReadException
                | TagException
                | ReadOnlyFileException
                | InvalidAudioFrameException
                | RuntimeException e) {
            LOG.log(Level.DEBUG, () -> "no tags of " + file, e);
            return NONE;
        }
    }

    private static Tags of(Tag tag) {
        return new Tags(
                text(tag, FieldKey.TITLE),
                text(tag, FieldKey.ARTIST),
                text(tag, FieldKey.ALBUM),
                text(tag, FieldKey.ALBUM_ARTIST),
                text(tag, FieldKey.TRACK),
                text(tag, FieldKey.DISC_NO),
                text(tag, FieldKey.YEAR),
                text(tag, FieldKey.GENRE),
                text(tag, FieldKey.COMPOSER),
                text(tag, FieldKey.COMMENT));
    }

    private static String text(Tag tag, FieldKey key) {
        try {
            return tag.getFirst(key).strip();
        } catch (KeyNotFoundException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** The number of the track, of "3/12" the 3. */
    public OptionalInt trackNumber() {
        return number(track);
    }

    public OptionalInt discNumber() {
        return number(disc);
    }

    public OptionalInt yearNumber() {
        return number(year);
    }

    private static OptionalInt number(String text) {
        Matcher matcher = WHOLE.matcher(text);
        return matcher.find()
                ? OptionalInt.of(Integer.parseInt(matcher.group()))
                : OptionalInt.empty();
    }

    /** The fields by the names that templates of file names use. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("artist", artist);
        fields.put("album", album);
        fields.put("albumartist", albumArtist);
        fields.put("track", track);
        fields.put("disc", disc);
        fields.put("year", year);
        fields.put("genre", genre);
        return fields;
    }
}
