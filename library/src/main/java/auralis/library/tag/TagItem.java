package auralis.library.tag;

import java.io.IOException;

/**
 * One entry of a tag as it is stored.
 *
 * @param id what its format calls it
 * @param name what all formats call it (see {@link TagNames}), as in the file where it is the
 *     user's own; empty when only the program that wrote it can understand it
 * @param flags of its format
 * @param body its content, in the encoding of its format
 */
record TagItem(String id, String name, int flags, Slice body) {
    /** The name of the front cover; {@code picture:N} are the other kinds of pictures. */
    static final String FRONT = "picture";

    /** A picture of no stated kind, which many programs mean for the front. */
    static final String OTHER = pictureName(Picture.OTHER);

    static TagItem of(String id, String name, byte[] body) {
        return new TagItem(id, name, 0, Slice.of(body));
    }

    static String pictureName(int type) {
        return type == Picture.FRONT ? FRONT : FRONT + ":" + type;
    }

    boolean isPicture() {
        return name.startsWith(FRONT) && (name.length() == 7 || name.charAt(7) == ':');
    }

    TagItem inMemory() throws IOException {
        return new TagItem(id, name, flags, body.inMemory());
    }
}
