package auralis.library.tag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** AIFF and AIFF-C (Apple, 1989 and 1991). */
final class AiffFile extends ChunkFile {
    private TagBlock texts;

    AiffFile(FileChannel channel, Window in) throws IOException {
        super(channel, in, ByteOrder.BIG_ENDIAN);
        block();
    }

    private TagBlock block() {
        if (texts == null) {
            texts = new TagBlock("aiff", ChunkTexts.AIFF, List.of());
        }
        return texts;
    }

    @Override
    void read(Window in, Chunk chunk) throws IOException {
        if (isText(chunk)) {
            Slice body = in.slice(chunk.content(), chunk.length());
            block().items().add(ChunkTexts.AIFF.item(chunk.id(), body));
        }
    }

    @Override
    boolean isText(Chunk chunk) {
        return ChunkTexts.AIFF.knows(chunk.id());
    }

    @Override
    List<Piece> texts() {
        List<Piece> pieces = new ArrayList<>();
        for (TagItem item : block().items()) {
            pieces.addAll(chunk(item.id(), List.of(item.body())));
        }
        return pieces;
    }

    @Override
    List<TagBlock> blocks() {
        return List.of(id3().block(), block());
    }

    @Override
    byte[] head(long length) throws IOException {
        if (length > 0xFFFFFFFFL) {
            throw new TagException("AIFF holds no more than 4 GB", "Convert it to FLAC first.");
        }
        byte[] head = Slice.of(channel(), 0, FILE_HEAD_BYTES).bytes();
        ByteBuffer.wrap(head).putInt(4, (int) length);
        return head;
    }

    @Override
    String id3Id() {
        return "ID3 ";
    }
}
