package auralis.library.tag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** FLAC (RFC 9639): metadata blocks, of which two kinds are tags, then frames. */
final class FlacFile extends TaggedFile {
    private static final int VORBIS_COMMENT = 4;
    private static final int PICTURE = 6;
    private static final int LAST = 0x80;
    private static final int HEAD_BYTES = 4;
    private static final int MAX_BLOCKS = 10_000;

    /** A block that is kept as it is, or the place of one that is written anew. */
    private record Block(int type, Slice body) {}

    private final long start;
    private final List<Block> metadata = new ArrayList<>();
    private final TagBlock pictures = new TagBlock("flac-picture", FlacPicture.STYLE, List.of());
    private final Slice frames;
    private VorbisComments.Content comments;
    private boolean complete;

    FlacFile(FileChannel channel, Window in, long start) throws IOException {
        super(channel);
        this.start = start;
        long at = start + 4;
        while (!complete && metadata.size() < MAX_BLOCKS && at + HEAD_BYTES <= in.size()) {
            int head = in.require(at, HEAD_BYTES).getInt();
            int length = head & 0xFFFFFF;
            if (at + HEAD_BYTES + length > in.size()) {
                break;
            }
            read(in, head >>> 24 & 0x7F, at + HEAD_BYTES, length);
            complete = head >>> 24 >= LAST;
            at += HEAD_BYTES + length;
        }
        if (comments == null) {
            comments = VorbisComments.Content.empty();
        }
        frames = Slice.of(channel, at, in.size() - at);
    }

    private void read(Window in, int type, long at, int length) throws IOException {
        if (type == VORBIS_COMMENT && comments == null) {
            comments = VorbisComments.parse(in, at, at + length);
            metadata.add(new Block(type, null));
        } else if (type == PICTURE) {
            pictures.items().add(FlacPicture.item(in.slice(at, length)));
            metadata.add(new Block(type, null));
        } else {
            metadata.add(new Block(type, in.slice(at, length)));
        }
    }

    @Override
    List<TagBlock> blocks() {
        return List.of(comments.block(), pictures);
    }

    @Override
    TagBlock pictureBlock() {
        return pictures;
    }

    @Override
    public boolean countsTotalsApart() {
        return true;
    }

    @Override
    public void requireWritable() throws TagException {
        super.requireWritable();
        if (!complete) {
            throw TagException.damaged();
        }
    }

    @Override
    List<Piece> pieces() throws IOException {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(Slice.of(channel(), 0, start + 4));
        List<Block> blocks = written();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.body().length() > 0xFFFFFF) {
                throw new TagException(
                        "FLAC holds no tag above 16 MB", "Choose a smaller picture.");
            }
            int head = block.type() << 24 | (int) block.body().length();
            int last = i == blocks.size() - 1 ? LAST << 24 : 0;
            pieces.add(Slice.of(ByteBuffer.allocate(4).putInt(head | last).array()));
            pieces.add(block.body());
        }
        pieces.add(frames);
        return pieces;
    }

    /** All blocks in their order; new kinds behind the head of the stream. */
    private List<Block> written() throws IOException {
        List<Block> blocks = new ArrayList<>();
        boolean picturesDone = false;
        for (Block block : metadata) {
            if (block.type() == PICTURE && !picturesDone) {
                addPictures(blocks, blocks.size());
                picturesDone = true;
            } else if (block.type() == VORBIS_COMMENT && block.body() == null) {
                blocks.add(new Block(VORBIS_COMMENT, Slice.of(comments.encode())));
            } else if (block.body() != null) {
                blocks.add(block);
            }
        }
        boolean told = metadata.stream().anyMatch(b -> b.type() == VORBIS_COMMENT);
        if (!told && !comments.block().items().isEmpty()) {
            blocks.add(1, new Block(VORBIS_COMMENT, Slice.of(comments.encode())));
        }
        if (!picturesDone) {
            boolean padded = blocks.get(blocks.size() - 1).type() == 1;
            addPictures(blocks, blocks.size() - (padded ? 1 : 0));
        }
        return blocks;
    }

    private void addPictures(List<Block> blocks, int at) {
        int place = at;
        for (TagItem item : pictures.items()) {
            blocks.add(place++, new Block(PICTURE, item.body()));
        }
    }

    @Override
    List<Piece> sound() {
        List<Piece> sound = new ArrayList<>();
        for (Block block : metadata) {
            if (block.body() != null) {
                sound.add(block.body());
            }
        }
        sound.add(frames);
        return sound;
    }
}
