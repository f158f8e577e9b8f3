package auralis.library.tag;

import java.util.Arrays;

/** A picture in a tag, in the coding of its file (JPEG, PNG …). */
public final class Picture {
    /** The types that ID3v2.4 (native frames, section 4.14) numbers and FLAC took over. */
    public static final int FRONT = 3;

    static final int OTHER = 0;

    private final int type;
    private final String mime;
    private final String description;
    private final byte[] bytes;

    Picture(int type, String mime, String description, byte[] bytes) {
        this.type = type;
        this.mime = mime;
        this.description = description;
        this.bytes = bytes;
    }

    /**
     * @throws IllegalArgumentException when it is neither JPEG, PNG, GIF, BMP nor WebP
     */
    public static Picture front(byte[] bytes) {
        String mime = mime(bytes);
        if (mime.isEmpty()) {
            throw new IllegalArgumentException("no picture of a known kind");
        }
        return new Picture(FRONT, mime, "", bytes.clone());
    }

    /** By the first bytes, as what files say of themselves is often wrong; empty when unknown. */
    static String mime(byte[] bytes) {
        if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (starts(bytes, 0, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (starts(bytes, 0, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        if (starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P')) {
            return "image/webp";
        }
        return starts(bytes, 0, 'B', 'M') ? "image/bmp" : "";
    }

    private static boolean starts(byte[] bytes, int at, int... magic) {
        if (bytes.length < at + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[at + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** As ID3v2.4 numbers them: 3 is the front cover. */
    public int type() {
        return type;
    }

    boolean isFront() {
        return type == FRONT;
    }

    String mime() {
        return mime;
    }

    String description() {
        return description;
    }

    /** A copy of the coded picture. */
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] shared() {
        return bytes;
    }

    boolean shows(Picture other) {
        return Arrays.equals(bytes, other.bytes);
    }
}
