package auralis.library.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An APEv2 tag behind the sound (hydrogenaudio wiki, APEv2 specification). */
final class ApeTag implements TagStyle {
    static final int FOOTER_BYTES = 32;

    private static final ApeTag STYLE = new ApeTag();
    private static final String KIND_NAME = "ape";
    private static final int VERSION = 2000;
    private static final int HAS_HEADER = 0x80000000;
    private static final int IS_HEADER = 0x20000000;
    private static final int KIND = 6;
    private static final int BINARY = 2;
    private static final int MAX_ITEMS = 10_000;
    private static final int MAX_KEY = 255;
    private static final String COVER = "Cover Art (";

    private ApeTag() {}

    static TagBlock empty() {
        return new TagBlock(KIND_NAME, STYLE, List.of());
    }

    /**
     * @param end behind its footer
     */
    static TagBlock parse(Window in, long end) throws IOException {
        ByteBuffer footer = in.require(end - FOOTER_BYTES, FOOTER_BYTES);
        footer.order(ByteOrder.LITTLE_ENDIAN);
        long at = end - Integer.toUnsignedLong(footer.getInt(12));
        int count = footer.getInt(16);
        if (at < 0 || count < 0 || count > MAX_ITEMS) {
            return new TagBlock(KIND_NAME, STYLE, List.of(), Optional.of(TagException.damaged()));
        }
        List<TagItem> items = new ArrayList<>();
        try {
            while (items.size() < count) {
                TagItem item = item(in, at, end - FOOTER_BYTES);
                items.add(item);
                at += 9 + item.id().length() + item.body().length();
            }
        } catch (TagException e) {
            return new TagBlock(KIND_NAME, STYLE, items, Optional.of(e));
        }
        return new TagBlock(KIND_NAME, STYLE, items);
    }

    private static TagItem item(Window in, long at, long end) throws IOException {
        ByteBuffer head = in.require(at, 8).order(ByteOrder.LITTLE_ENDIAN);
        long size = Integer.toUnsignedLong(head.getInt());
        int flags = head.getInt();
        String letters = in.letters(at + 8, MAX_KEY + 1);
        int zero = letters.indexOf(0);
        if (zero < 0 || at + 9 + zero + size > end) {
            throw TagException.damaged();
        }
        String id = letters.substring(0, zero);
        return new TagItem(id, name(id, flags), flags, in.slice(at + 9 + zero, size));
    }

    private static String name(String id, int flags) {
        if ((flags & KIND) != BINARY) {
            return (flags & KIND) == 0 ? TagNames.APE.name(id) : "";
        }
        return switch (id.toLowerCase(Locale.ROOT)) {
            case "cover art (front)" -> TagItem.FRONT;
            case "cover art (back)" -> TagItem.pictureName(4);
            default -> "";
        };
    }

    /** The tag as it is written; nothing when it has no items. */
    static List<Piece> pieces(TagBlock block) throws IOException {
        if (block.items().isEmpty()) {
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        long length = FOOTER_BYTES;
        for (TagItem item : block.items()) {
            byte[] key = item.id().getBytes(ISO_8859_1);
            Slice head =
                    Slice.of(
                            little(9 + key.length)
                                    .putInt((int) item.body().length())
                                    .putInt(item.flags())
                                    .put(key)
                                    .array());
            pieces.add(head);
            pieces.add(item.body());
            length += head.length() + item.body().length();
        }
        if (length > Slice.MAX_BYTES) {
            throw new TagException("its tags would be too large", "Choose a smaller picture.");
        }
        pieces.add(0, frame((int) length, block.items().size(), HAS_HEADER | IS_HEADER));
        pieces.add(frame((int) length, block.items().size(), HAS_HEADER));
        return pieces;
    }

    private static Slice frame(int length, int count, int flags) {
        return Slice.of(
                little(FOOTER_BYTES)
                        .put("APETAGEX".getBytes(ISO_8859_1))
                        .putInt(VERSION)
                        .putInt(length)
                        .putInt(count)
                        .putInt(flags)
                        .array());
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public String id(String name) {
        return TagNames.APE.id(name);
    }

    @Override
    public List<String> texts(TagItem item) throws IOException {
        return List.of(new String(item.body().bytes(), UTF_8).split("\0"));
    }

    @Override
    public List<TagItem> items(String name, List<String> values) {
        String id = id(name).replaceAll("[^ -~]", "_");
        return values.isEmpty()
                ? List.of()
                : List.of(TagItem.of(id, name, String.join("\0", values).getBytes(UTF_8)));
    }

    /** A file name, a zero, the picture. */
    @Override
    public Optional<Picture> picture(TagItem item) throws IOException {
        byte[] body = item.body().bytes();
        int start = Id3Text.end(body, 0, Id3Text.LATIN_1) + 1;
        if (start >= body.length) {
            return Optional.empty();
        }
        int type = item.name().equals(TagItem.FRONT) ? Picture.FRONT : 4;
        byte[] bytes = Arrays.copyOfRange(body, start, body.length);
        return Optional.of(new Picture(type, Picture.mime(bytes), "", bytes));
    }

    @Override
    public List<TagItem> items(Picture picture) {
        if (!picture.isFront() && picture.type() != 4) {
            return List.of();
        }
        String side = picture.isFront() ? "Front" : "Back";
        String ending = picture.mime().substring(picture.mime().indexOf('/') + 1);
        byte[] name = ("cover." + ending + "\0").getBytes(ISO_8859_1);
        byte[] body = Arrays.copyOf(name, name.length + picture.shared().length);
        System.arraycopy(picture.shared(), 0, body, name.length, picture.shared().length);
        String type = TagItem.pictureName(picture.type());
        return List.of(new TagItem(COVER + side + ")", type, BINARY, Slice.of(body)));
    }
}
