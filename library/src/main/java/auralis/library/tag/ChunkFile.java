package auralis.library.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of chunks (EA IFF 85 and its relative RIFF): four letters, a length, the content and a
 * zero when its length is odd. ID3 stands in a chunk of its own, brief texts in others.
 */
abstract class ChunkFile extends TaggedFile {
    static final int FILE_HEAD_BYTES = 12;
    static final int CHUNK_HEAD_BYTES = 8;

    private static final int MAX_CHUNKS = 10_000;

    /**
     * @param from where its letters stand
     * @param length of its content
     */
    record Chunk(String id, long from, long length) {
        long content() {
            return from + CHUNK_HEAD_BYTES;
        }

        long end() {
            return content() + length;
        }
    }

    private final ByteOrder order;
    private final long size;
    private final List<Chunk> chunks = new ArrayList<>();
    private final long end;
    private Id3Tag id3 = Id3Tag.empty();
    private boolean cutOff;

    ChunkFile(FileChannel channel, Window in, ByteOrder order) throws IOException {
        super(channel);
        this.order = order;
        this.size = in.size();
        this.end = readChunks(in);
    }

    private long readChunks(Window in) throws IOException {
        long at = FILE_HEAD_BYTES;
        while (at + CHUNK_HEAD_BYTES <= in.size() && chunks.size() < MAX_CHUNKS) {
            String id = in.letters(at, 4);
            if (!id.chars().allMatch(letter -> letter >= ' ' && letter < 0x7F)) {
                break;
            }
            int told = in.read(at + 4, 4).order(order).getInt();
            Chunk chunk = new Chunk(id, at, length(in, id, Integer.toUnsignedLong(told)));
            if (chunk.end() > in.size()) {
                cutOff = true;
                break;
            }
            chunks.add(chunk);
            if (isId3(chunk) && id3.block().items().isEmpty()) {
                id3 = Id3Tag.parse(in, chunk.content());
            }
            read(in, chunk);
            at = chunk.end() + (chunk.length() & 1);
        }
        return Math.min(at, in.size());
    }

    /** The true length of a chunk that tells one. */
    long length(Window in, String id, long told) throws IOException {
        return told;
    }

    static boolean isId3(Chunk chunk) {
        return chunk.id().equalsIgnoreCase("ID3 ");
    }

    /** Takes notice of a chunk; called by the constructor of this class. */
    abstract void read(Window in, Chunk chunk) throws IOException;

    /** Whether a chunk is written anew, by {@link #rewritten}. */
    abstract boolean isText(Chunk chunk);

    /** The chunks of the brief texts, put where the first of them was. */
    abstract List<Piece> texts() throws IOException;

    /** The head of the file for so many bytes behind its first eight. */
    abstract byte[] head(long length) throws IOException;

    Id3Tag id3() {
        return id3;
    }

    @Override
    TagBlock pictureBlock() {
        return id3.block();
    }

    @Override
    public void requireWritable() throws TagException {
        super.requireWritable();
        if (cutOff) {
            throw new TagException("the file ends early", "Copy it again from where it came from.");
        }
    }

    /** A chunk with its head, padded to an even length; nothing when it has no content. */
    List<Piece> chunk(String id, List<Piece> content) {
        long length = content.stream().mapToLong(Piece::length).sum();
        if (length == 0) {
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        ByteBuffer head = ByteBuffer.allocate(CHUNK_HEAD_BYTES).order(order);
        pieces.add(Slice.of(head.put(id.getBytes(ISO_8859_1)).putInt((int) length).array()));
        pieces.addAll(content);
        if ((length & 1) != 0) {
            pieces.add(Slice.of(new byte[1]));
        }
        return pieces;
    }

    @Override
    List<Piece> pieces() throws IOException {
        List<Piece> body = new ArrayList<>();
        boolean textsDone = false;
        boolean id3Done = false;
        for (Chunk chunk : chunks) {
            if (isText(chunk)) {
                body.addAll(textsDone ? List.of() : texts());
                textsDone = true;
            } else if (isId3(chunk)) {
                body.addAll(id3Done ? List.of() : chunk(chunk.id(), id3.pieces()));
                id3Done = true;
            } else {
                body.addAll(kept(chunk));
            }
        }
        body.addAll(textsDone ? List.of() : texts());
        body.addAll(id3Done ? List.of() : chunk(id3Id(), id3.pieces()));
        long length = 4 + body.stream().mapToLong(Piece::length).sum();
        body.add(0, Slice.of(head(length)));
        body.add(Slice.of(channel(), end, size - end));
        return body;
    }

    abstract String id3Id();

    List<Piece> kept(Chunk chunk) throws IOException {
        Slice whole = Slice.of(channel(), chunk.from(), CHUNK_HEAD_BYTES + chunk.length());
        return (chunk.length() & 1) == 0 ? List.of(whole) : List.of(whole, Slice.of(new byte[1]));
    }

    @Override
    List<Piece> sound() throws IOException {
        List<Piece> sound = new ArrayList<>();
        for (Chunk chunk : chunks) {
            if (!isText(chunk) && !isId3(chunk) && !chunk.id().equals("ds64")) {
                sound.addAll(kept(chunk));
            }
        }
        return sound;
    }
}
