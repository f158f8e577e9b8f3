package auralis.library.tag;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** How one format of tags writes texts and pictures into its entries. */
interface TagStyle {
    /** The id that is read where several entries say the same, and written. */
    String id(String name);

    /** The texts of an entry that has a name and is no picture. */
    List<String> texts(TagItem item) throws IOException;

    /** A text with what other entries of its name add to it. */
    default String complete(String text, List<TagItem> named) throws IOException {
        return text;
    }

    /** Entries that say this; none when this format has no place for it. */
    List<TagItem> items(String name, List<String> values);

    /** Whether an entry without a name means the same in another tag, of another file of sound. */
    default boolean takes(TagItem item, TagStyle from) {
        return false;
    }

    /** The picture of an entry that is one; empty when it is damaged. */
    Optional<Picture> picture(TagItem item) throws IOException;

    /** Entries of a picture; none when this format has no place for it. */
    List<TagItem> items(Picture picture);
}
