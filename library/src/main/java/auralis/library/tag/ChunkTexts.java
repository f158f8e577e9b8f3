package auralis.library.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/** Texts in chunks of their own: the INFO list of RIFF, and those of AIFF. */
final class ChunkTexts extends TextStyle {
    static final ChunkTexts INFO = new ChunkTexts(TagNames.INFO, "\0");
    static final ChunkTexts AIFF = new ChunkTexts(TagNames.AIFF, "");

    private final TagNames names;
    private final String end;

    private ChunkTexts(TagNames names, String end) {
        this.names = names;
        this.end = end;
    }

    TagItem item(String id, Slice body) {
        return new TagItem(id, names.name(id), 0, body);
    }

    boolean knows(String id) {
        return !names.name(id).isEmpty();
    }

    @Override
    public String id(String name) {
        return names.id(name);
    }

    /** No standard says which letters the bytes are: UTF-8 where they can be, else Latin-1. */
    @Override
    public List<String> texts(TagItem item) throws IOException {
        byte[] body = item.body().bytes();
        String text;
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            text = new String(body, ISO_8859_1);
        }
        return List.of(text.split("\0", 2)[0]);
    }

    @Override
    public List<TagItem> items(String name, List<String> values) {
        String id = id(name);
        return id.isEmpty() || values.isEmpty()
                ? List.of()
                : List.of(TagItem.of(id, name, (String.join("; ", values) + end).getBytes(UTF_8)));
    }
}
