package auralis.library.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The picture block of FLAC (RFC 9639, section 8.8), which Vorbis comments hold in base 64. */
final class FlacPicture implements TagStyle {
    static final String ID = "PICTURE";
    static final FlacPicture STYLE = new FlacPicture();

    private FlacPicture() {}

    static TagItem item(Slice body) throws IOException {
        byte[] head = body.head(4);
        int type = head.length < 4 ? Picture.OTHER : ByteBuffer.wrap(head).getInt();
        return new TagItem(ID, TagItem.pictureName(type), 0, body);
    }

    /** Empty when the block is damaged. */
    static Optional<Picture> decode(byte[] block) {
        try {
            ByteBuffer in = ByteBuffer.wrap(block);
            int type = in.getInt();
            String mime = new String(run(in), ISO_8859_1);
            String description = new String(run(in), UTF_8);
            in.position(in.position() + 16); // width, height, depth, colours
            return Optional.of(new Picture(type, mime, description, run(in)));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] run(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    static byte[] encode(Picture picture) {
        byte[] mime = picture.mime().getBytes(ISO_8859_1);
        byte[] description = picture.description().getBytes(UTF_8);
        PixelSize size = PixelSize.of(picture.shared());
        int length = 32 + mime.length + description.length + picture.shared().length;
        return ByteBuffer.allocate(length)
                .putInt(picture.type())
                .putInt(mime.length)
                .put(mime)
                .putInt(description.length)
                .put(description)
                .putInt(size.width())
                .putInt(size.height())
                .putInt(size.bits())
                .putInt(0)
                .putInt(picture.shared().length)
                .put(picture.shared())
                .array();
    }

    @Override
    public String id(String name) {
        return "";
    }

    @Override
    public List<String> texts(TagItem item) {
        return List.of();
    }

    @Override
    public List<TagItem> items(String name, List<String> values) {
        return List.of();
    }

    @Override
    public Optional<Picture> picture(TagItem item) throws IOException {
        return decode(item.body().bytes());
    }

    @Override
    public List<TagItem> items(Picture picture) {
        return List.of(TagItem.of(ID, TagItem.pictureName(picture.type()), encode(picture)));
    }
}
