package auralis.library.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Vorbis comments (Vorbis I specification, section 5), as in FLAC, Ogg Vorbis and Opus: a vendor
 * and a list of {@code NAME=text}. An entry's body is all of that.
 */
final class VorbisComments implements TagStyle {
    static final VorbisComments STYLE = new VorbisComments();
    private static final String KIND = "vorbis";
    private static final String PICTURE = "METADATA_BLOCK_PICTURE";
    private static final byte[] VENDOR = "Auralis".getBytes(UTF_8);

    /** Base 64 of so many characters holds the type of a picture. */
    private static final int TYPE_CHARACTERS = 8;

    private static final int ID_BYTES = 256;

    /**
     * @param vendor the program that encoded the sound
     * @param end where the list ends, counted as its start is
     */
    record Content(byte[] vendor, TagBlock block, long end) {
        static Content empty() {
            return new Content(VENDOR, new TagBlock(KIND, STYLE, List.of()), 0);
        }

        byte[] encode() throws IOException {
            List<byte[]> bodies = new ArrayList<>();
            long length = 8L + vendor.length;
            for (TagItem item : block.items()) {
                bodies.add(item.body().bytes());
                length += 4 + item.body().length();
            }
            if (length > Slice.MAX_BYTES) {
                throw new TagException("its tags would be too large", "Choose a smaller picture.");
            }
            ByteBuffer out = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
            out.putInt(vendor.length).put(vendor).putInt(bodies.size());
            bodies.forEach(body -> out.putInt(body.length).put(body));
            return out.array();
        }
    }

    private VorbisComments() {}

    /** What can be read of the list between two places. */
    static Content parse(Window in, long from, long to) throws IOException {
        List<TagItem> items = new ArrayList<>();
        byte[] vendor = VENDOR;
        long at = from;
        try {
            vendor = in.slice(at + 4, length(in, at, to)).bytes();
            at += 4 + vendor.length;
            long count = Integer.toUnsignedLong(little(in, at));
            at += 4;
            while (items.size() < count) {
                TagItem item = item(in.slice(at + 4, length(in, at, to)));
                items.add(item);
                at += 4 + item.body().length();
            }
            return new Content(vendor, new TagBlock(KIND, STYLE, items), at);
        } catch (TagException e) {
            return new Content(vendor, new TagBlock(KIND, STYLE, items, Optional.of(e)), at);
        }
    }

    private static long length(Window in, long at, long to) throws IOException {
        long length = Integer.toUnsignedLong(little(in, at));
        if (length > to - at - 4) {
            throw TagException.damaged();
        }
        return length;
    }

    private static int little(Window in, long at) throws IOException {
        return Integer.reverseBytes(in.require(at, 4).getInt());
    }

    private static TagItem item(Slice body) throws IOException {
        String head = new String(body.head(ID_BYTES), UTF_8);
        int equals = head.indexOf('=');
        if (equals < 0) {
            return new TagItem("", "", 0, body);
        }
        String id = head.substring(0, equals).toUpperCase(Locale.ROOT);
        return new TagItem(id, name(id, head.substring(equals + 1)), 0, body);
    }

    private static String name(String id, String head) {
        if (id.equals("COVERART")) {
            return TagItem.FRONT;
        }
        if (!id.equals(PICTURE)) {
            return TagNames.VORBIS.name(id);
        }
        byte[] start = decode(head.substring(0, Math.min(TYPE_CHARACTERS, head.length())));
        return start.length < 4 ? "" : TagItem.pictureName(ByteBuffer.wrap(start).getInt());
    }

    /** Empty when it is no base 64. */
    private static byte[] decode(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    @Override
    public String id(String name) {
        return TagNames.VORBIS.id(name).toUpperCase(Locale.ROOT);
    }

    @Override
    public List<String> texts(TagItem item) throws IOException {
        return List.of(text(item));
    }

    private static String text(TagItem item) throws IOException {
        String all = new String(item.body().bytes(), UTF_8);
        return all.substring(all.indexOf('=') + 1);
    }

    @Override
    public List<TagItem> items(String name, List<String> values) {
        String id = id(name).replaceAll("[^ -<>-}]", "_");
        return values.stream()
                .map(value -> TagItem.of(id, name, (id + "=" + value).getBytes(UTF_8)))
                .toList();
    }

    @Override
    public Optional<Picture> picture(TagItem item) throws IOException {
        byte[] bytes = decode(text(item));
        if (item.id().equals(PICTURE)) {
            return FlacPicture.decode(bytes);
        }
        return Optional.of(new Picture(Picture.FRONT, Picture.mime(bytes), "", bytes));
    }

    @Override
    public List<TagItem> items(Picture picture) {
        String text = Base64.getEncoder().encodeToString(FlacPicture.encode(picture));
        return List.of(
                TagItem.of(
                        PICTURE,
                        TagItem.pictureName(picture.type()),
                        (PICTURE + "=" + text).getBytes(UTF_8)));
    }
}
