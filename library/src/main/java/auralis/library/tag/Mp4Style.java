package auralis.library.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Entries of iTunes' item list in MP4 (QuickTime file format, "Metadata"; mutagen's notes on ilst).
 * The body of an entry is what its atom holds: {@code data} atoms with a type, a locale and a
 * value, and for free fields a {@code mean} and a {@code name} before them.
 */
final class Mp4Style implements TagStyle {
    static final Mp4Style STYLE = new Mp4Style();
    static final String COVER = "covr";
    static final String FREE = "----";

    private static final String ITUNES = "com.apple.iTunes";
    private static final int BACK = 4;
    private static final String MORE = TagItem.pictureName(BACK);
    private static final int BINARY = 0;
    private static final int UTF_8_TYPE = 1;
    private static final int UTF_16_TYPE = 2;
    private static final int JPEG = 13;
    private static final int PNG = 14;
    private static final int BMP = 27;
    private static final int INTEGER = 21;
    private static final int ATOM_HEAD = 8;

    private Mp4Style() {}

    TagItem item(String atom, Slice body) throws IOException {
        String id = atom;
        if (atom.equals(FREE)) {
            byte[] head = body.head(512);
            String mean = child(head, "mean");
            String name = child(head, "name");
            id = FREE + ":" + (mean.equalsIgnoreCase(ITUNES) ? name : mean + ":" + name);
        }
        return new TagItem(id, TagNames.MP4.name(id), 0, body);
    }

    /** One of the pictures that the cover atom holds, of which the first is the front. */
    static TagItem cover(Slice body, boolean first) {
        return new TagItem(COVER, first ? TagItem.FRONT : MORE, 0, body);
    }

    /** The text of the first child of that name; empty without. */
    private static String child(byte[] body, String type) {
        ByteBuffer in = ByteBuffer.wrap(body);
        for (int at = 0; at + ATOM_HEAD + 4 <= body.length; ) {
            int size = in.getInt(at);
            if (size < ATOM_HEAD || size > body.length - at) {
                return "";
            }
            if (new String(body, at + 4, 4, ISO_8859_1).equals(type) && size >= ATOM_HEAD + 4) {
                return new String(body, at + ATOM_HEAD + 4, size - ATOM_HEAD - 4, UTF_8);
            }
            at += size;
        }
        return "";
    }

    @Override
    public String id(String name) {
        return TagNames.MP4.id(name);
    }

    /** A value of a {@code data} atom. */
    private record Value(int type, byte[] bytes) {}

    private static List<Value> values(byte[] body) {
        List<Value> values = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(body);
        for (int at = 0; at + ATOM_HEAD <= body.length; ) {
            int size = in.getInt(at);
            if (size < ATOM_HEAD || size > body.length - at) {
                break;
            }
            if (new String(body, at + 4, 4, ISO_8859_1).equals("data") && size >= 16) {
                byte[] bytes = Arrays.copyOfRange(body, at + 16, at + size);
                values.add(new Value(in.getInt(at + 8) & 0xFFFFFF, bytes));
            }
            at += size;
        }
        return values;
    }

    @Override
    public List<String> texts(TagItem item) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Value value : values(item.body().bytes())) {
            text(item.id(), value).ifPresent(texts::add);
        }
        return texts;
    }

    private static Optional<String> text(String id, Value value) {
        ByteBuffer in = ByteBuffer.wrap(value.bytes());
        return switch (id) {
            case "trkn", "disk" -> in.limit() < 6 ? Optional.empty() : pair(in);
            case "gnre" -> in.limit() < 2 ? Optional.empty() : Genres.named(in.getShort(0) - 1);
            case "tmpo", "cpil" -> integer(value.bytes());
            default ->
                    switch (value.type()) {
                        case BINARY, UTF_8_TYPE -> Optional.of(new String(value.bytes(), UTF_8));
                        case UTF_16_TYPE -> Optional.of(new String(value.bytes(), UTF_16BE));
                        case INTEGER -> integer(value.bytes());
                        default -> Optional.empty();
                    };
        };
    }

    private static Optional<String> pair(ByteBuffer in) {
        int number = in.getShort(2) & 0xFFFF;
        int total = in.getShort(4) & 0xFFFF;
        if (number == 0 && total == 0) {
            return Optional.empty();
        }
        return Optional.of(total == 0 ? "" + number : number + "/" + total);
    }

    private static Optional<String> integer(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > 8) {
            return Optional.empty();
        }
        return Optional.of(new BigInteger(bytes).toString());
    }

    @Override
    public List<TagItem> items(String name, List<String> values) {
        String id = id(name);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (id.startsWith(FREE)) {
            body.writeBytes(labelled("mean", ITUNES));
            body.writeBytes(labelled("name", id.substring(FREE.length() + 1)));
        }
        int written = 0;
        for (String value : values) {
            Optional<byte[]> coded = data(id, value);
            coded.ifPresent(body::writeBytes);
            written += coded.isPresent() ? 1 : 0;
        }
        return written == 0 ? List.of() : List.of(TagItem.of(id, name, body.toByteArray()));
    }

    private static byte[] labelled(String atom, String text) {
        byte[] letters = text.getBytes(UTF_8);
        return ByteBuffer.allocate(12 + letters.length)
                .putInt(12 + letters.length)
                .put(atom.getBytes(ISO_8859_1))
                .putInt(0)
                .put(letters)
                .array();
    }

    /** Empty when the format takes only numbers there and the text is none. */
    private static Optional<byte[]> data(String id, String text) {
        return switch (id) {
            case "trkn" -> pair(text, 8);
            case "disk" -> pair(text, 6);
            case "tmpo" -> number(text, 2);
            case "cpil" -> number(text, 1);
            default -> Optional.of(data(UTF_8_TYPE, text.getBytes(UTF_8)));
        };
    }

    private static Optional<byte[]> pair(String text, int bytes) {
        OptionalInt number = TextNumber.of(text);
        OptionalInt total = TextNumber.of(text.substring(text.indexOf('/') + 1));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer value = ByteBuffer.allocate(bytes).putShort(2, (short) number.getAsInt());
        value.putShort(4, text.contains("/") ? (short) total.orElse(0) : 0);
        return Optional.of(data(BINARY, value.array()));
    }

    private static Optional<byte[]> number(String text, int bytes) {
        OptionalInt number = TextNumber.of(text);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        byte[] all = ByteBuffer.allocate(4).putInt(number.getAsInt()).array();
        return Optional.of(data(INTEGER, Arrays.copyOfRange(all, 4 - bytes, 4)));
    }

    private static byte[] data(int type, byte[] value) {
        return ByteBuffer.allocate(16 + value.length)
                .putInt(16 + value.length)
                .put("data".getBytes(ISO_8859_1))
                .putInt(type)
                .putInt(0)
                .put(value)
                .array();
    }

    @Override
    public Optional<Picture> picture(TagItem item) throws IOException {
        int type = item.name().equals(TagItem.FRONT) ? Picture.FRONT : BACK;
        return values(item.body().bytes()).stream()
                .map(value -> new Picture(type, Picture.mime(value.bytes()), "", value.bytes()))
                .findFirst();
    }

    @Override
    public List<TagItem> items(Picture picture) {
        int type =
                switch (picture.mime()) {
                    case "image/png" -> PNG;
                    case "image/bmp" -> BMP;
                    default -> JPEG;
                };
        String name = picture.isFront() ? TagItem.FRONT : MORE;
        return List.of(TagItem.of(COVER, name, data(type, picture.shared())));
    }
}
