package auralis.library.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** WAV: RIFF, and RF64 (EBU Tech 3306), whose true lengths stand in its first chunk. */
final class RiffFile extends ChunkFile {
    private static final long UNTOLD = 0xFFFFFFFFL;
    private static final int DS64_CONTENT = 20;

    private TagBlock texts;
    private Chunk list;

    RiffFile(FileChannel channel, Window in) throws IOException {
        super(channel, in, ByteOrder.LITTLE_ENDIAN);
        if (texts == null) {
            texts = new TagBlock("info", ChunkTexts.INFO, List.of());
        }
    }

    private boolean isLong() throws IOException {
        return Slice.of(channel(), 0, 1).bytes()[0] == 'R'
                && Slice.of(channel(), 2, 1).bytes()[0] == '6';
    }

    @Override
    long length(Window in, String id, long told) throws IOException {
        boolean untold = told == UNTOLD && id.equals("data") && in.letters(0, 4).equals("RF64");
        if (!untold || !in.letters(FILE_HEAD_BYTES, 4).equals("ds64")) {
            return told;
        }
        ByteBuffer lengths = in.require(DS64_CONTENT, 16).order(ByteOrder.LITTLE_ENDIAN);
        long data = lengths.getLong(8);
        return data < 0 || data > in.size() ? in.size() : data;
    }

    @Override
    void read(Window in, Chunk chunk) throws IOException {
        if (list != null
                || !chunk.id().equals("LIST")
                || !in.letters(chunk.content(), 4).equals("INFO")) {
            return;
        }
        list = chunk;
        List<TagItem> items = new ArrayList<>();
        Optional<TagException> fault = Optional.empty();
        try {
            long at = chunk.content() + 4;
            while (at + CHUNK_HEAD_BYTES <= chunk.end()) {
                String id = in.letters(at, 4);
                ByteBuffer told = in.require(at + 4, 4).order(ByteOrder.LITTLE_ENDIAN);
                long length = Integer.toUnsignedLong(told.getInt());
                if (at + CHUNK_HEAD_BYTES + length > chunk.end()) {
                    throw TagException.damaged();
                }
                items.add(ChunkTexts.INFO.item(id, in.slice(at + CHUNK_HEAD_BYTES, length)));
                at += CHUNK_HEAD_BYTES + length + (length & 1);
            }
        } catch (TagException e) {
            fault = Optional.of(e);
        }
        texts = new TagBlock("info", ChunkTexts.INFO, items, fault);
    }

    @Override
    boolean isText(Chunk chunk) {
        return chunk.equals(list);
    }

    @Override
    List<Piece> texts() {
        List<Piece> content = new ArrayList<>();
        for (TagItem item : texts.items()) {
            content.addAll(chunk(item.id(), List.of(item.body())));
        }
        if (!content.isEmpty()) {
            content.add(0, Slice.of("INFO".getBytes(ISO_8859_1)));
        }
        return chunk("LIST", content);
    }

    @Override
    List<TagBlock> blocks() {
        return List.of(id3().block(), texts);
    }

    @Override
    byte[] head(long length) throws IOException {
        byte[] head = Slice.of(channel(), 0, FILE_HEAD_BYTES).bytes();
        if (isLong()) {
            return head;
        }
        if (length >= UNTOLD) {
            throw new TagException("WAV holds no more than 4 GB", "Convert it to FLAC first.");
        }
        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putInt(4, (int) length);
        return head;
    }

    @Override
    List<Piece> pieces() throws IOException {
        List<Piece> pieces = super.pieces();
        if (!isLong()) {
            return pieces;
        }
        List<Piece> patched = new ArrayList<>(pieces);
        long length = 4 - FILE_HEAD_BYTES - trailing(pieces);
        for (Piece piece : pieces) {
            length += piece.length();
        }
        byte[] first = ((Slice) pieces.get(1)).bytes().clone();
        if (first.length >= 16 && new String(first, 0, 4, ISO_8859_1).equals("ds64")) {
            ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).putLong(8, length);
            patched.set(1, Slice.of(first));
        }
        return patched;
    }

    private static long trailing(List<Piece> pieces) {
        return pieces.get(pieces.size() - 1).length();
    }

    @Override
    String id3Id() {
        return "id3 ";
    }
}
