package auralis.library.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The last 128 bytes of old MP3 files: fields of fixed length in Latin-1, cut where they are too
 * short; version 1.1 takes two bytes of the comment for the track.
 */
final class Id3v1 extends TextStyle {
    static final int BYTES = 128;
    static final Id3v1 STYLE = new Id3v1();

    private static final int COMMENT_AT = 97;
    private static final int TRACK_AT = 125;
    private static final int GENRE_AT = 127;

    private Id3v1() {}

    static TagBlock parse(byte[] tag) {
        List<TagItem> items = new ArrayList<>();
        boolean track = tag[TRACK_AT] == 0 && tag[TRACK_AT + 1] != 0;
        add(items, tag, "title", 3, 30);
        add(items, tag, "artist", 33, 30);
        add(items, tag, "album", 63, 30);
        add(items, tag, "year", 93, 4);
        add(items, tag, "comment", COMMENT_AT, track ? 28 : 30);
        if (track) {
            add(items, tag, "track", TRACK_AT, 2);
        }
        add(items, tag, "genre", GENRE_AT, 1);
        return new TagBlock("id3v1", STYLE, items);
    }

    private static void add(List<TagItem> items, byte[] tag, String name, int at, int length) {
        items.add(TagItem.of(name, name, Arrays.copyOfRange(tag, at, at + length)));
    }

    static Slice encode(TagBlock block) throws IOException {
        ByteBuffer tag = ByteBuffer.allocate(BYTES);
        tag.put("TAG".getBytes(ISO_8859_1)).put(GENRE_AT, (byte) 255);
        // The track is last but one of the items, and stands above the end of the comment.
        for (TagItem item : block.items()) {
            byte[] body = item.body().bytes();
            tag.put(place(item.id()), body, 0, body.length);
        }
        for (TagItem item : block.items("track")) {
            tag.put(TRACK_AT, item.body().bytes());
        }
        return Slice.of(tag.array());
    }

    private static int place(String id) {
        return switch (id) {
            case "title" -> 3;
            case "artist" -> 33;
            case "album" -> 63;
            case "year" -> 93;
            case "comment" -> COMMENT_AT;
            case "track" -> TRACK_AT;
            default -> GENRE_AT;
        };
    }

    @Override
    public String id(String name) {
        return name;
    }

    @Override
    public List<String> texts(TagItem item) throws IOException {
        byte[] body = item.body().bytes();
        return switch (item.id()) {
            case "genre" -> Genres.named(body[0] & 0xFF).stream().toList();
            case "track" -> List.of(Integer.toString(body[1] & 0xFF));
            default -> List.of(new String(body, ISO_8859_1).split("\0", 2)[0]);
        };
    }

    @Override
    public List<TagItem> items(String name, List<String> values) {
        return field(name.toLowerCase(Locale.ROOT), String.join("; ", values))
                .map(body -> List.of(TagItem.of(name.toLowerCase(Locale.ROOT), name, body)))
                .orElse(List.of());
    }

    private static Optional<byte[]> field(String name, String text) {
        return switch (name) {
            case "title", "artist", "album", "comment" -> Optional.of(fixed(text, 30));
            case "year" -> Optional.of(fixed(text, 4));
            case "genre" -> Optional.of(new byte[] {(byte) Genres.number(text)});
            case "track" ->
                    TextNumber.of(text).stream()
                            .filter(number -> number > 0 && number < 256)
                            .mapToObj(number -> new byte[] {0, (byte) number})
                            .findFirst();
            default -> Optional.empty();
        };
    }

    private static byte[] fixed(String text, int length) {
        return Arrays.copyOf(text.getBytes(ISO_8859_1), length);
    }
}
