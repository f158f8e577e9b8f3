package auralis.app.tag;

import auralis.app.text.Texts;
import auralis.library.media.Tags;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What can be edited, in the order of the form. */
enum TagField {
    TITLE("tags.title", "title", Tags::title, false),
    ARTIST("tags.artist", "artist", Tags::artist, true),
    ALBUM("tags.album", "album", Tags::album, false),
    ALBUM_ARTIST("tags.album.artist", "albumartist", Tags::albumArtist, true),
    TRACK("tags.track", "track", Tags::track, false),
    DISC("tags.disc", "disc", Tags::disc, false),
    YEAR("tags.year", "year", Tags::year, false),
    GENRE("tags.genre", "genre", Tags::genre, true),
    COMPOSER("tags.composer", "composer", Tags::composer, true),
    COMMENT("tags.comment", "comment", Tags::comment, false);

    private static final String BETWEEN = ";";

    private final String id;
    private final String tag;
    private final Function<Tags, String> text;
    private final boolean several;

    TagField(String id, String tag, Function<Tags, String> text, boolean several) {
        this.id = id;
        this.tag = tag;
        this.text = text;
        this.several = several;
    }

    /** Of the control and its text. */
    String id() {
        return id;
    }

    String title() {
        return Texts.text(id);
    }

    /** Its name in files. */
    String tag() {
        return tag;
    }

    String of(Tags tags) {
        return text.apply(tags);
    }

    /** The texts to store: several where one wrote several. */
    List<String> values(String typed) {
        return several
                ? Stream.of(typed.split(BETWEEN))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList()
                : List.of(typed);
    }
}
