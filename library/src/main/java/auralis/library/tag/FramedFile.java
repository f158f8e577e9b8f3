package auralis.library.tag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Frames of sound without a container: ID3v2 in front of them (MP3), APEv2 behind them (WavPack and
 * its like, sometimes MP3), ID3v1 at the very end.
 */
final class FramedFile extends TaggedFile {
    private static final int MAX_TAGS = 16;
    private static final int LYRICS_FOOTER_BYTES = 15;

    /** What follows the sound: one of our two tags, or bytes that are kept. */
    private record Part(Kind kind, long from, long to) {}

    private enum Kind {
        ID3V1,
        APE,
        OTHER
    }

    private final boolean id3First;
    private final boolean writable;
    private final Deque<Part> tail = new ArrayDeque<>();
    private final long id3Length;
    private final long soundFrom;
    private final long soundTo;
    private Id3Tag id3 = Id3Tag.empty();
    private TagBlock ape;
    private TagBlock id3v1;

    private FramedFile(FileChannel channel, Window in, boolean id3First, boolean writable)
            throws IOException {
        super(channel);
        this.id3First = id3First;
        this.writable = writable;
        id3Length = Id3Tag.length(in, 0);
        if (id3Length > 0) {
            id3 = Id3Tag.parse(in, 0);
        }
        soundFrom = afterTags(in);
        soundTo = Math.max(soundFrom, readTail(in));
        if (ape == null) {
            ape = ApeTag.empty();
        }
    }

    static FramedFile mpeg(FileChannel channel, Window in) throws IOException {
        return new FramedFile(channel, in, true, true);
    }

    static FramedFile apeTailed(FileChannel channel, Window in) throws IOException {
        boolean wavPack = in.letters(Id3Tag.length(in, 0), 4).equals("wvpk");
        return new FramedFile(channel, in, false, wavPack);
    }

    private static long afterTags(Window in) throws IOException {
        long at = 0;
        for (int tag = 0; tag < MAX_TAGS; tag++) {
            long length = Id3Tag.length(in, at);
            if (length == 0) {
                break;
            }
            at += length;
        }
        return Math.min(at, in.size());
    }

    private long readTail(Window in) throws IOException {
        long end = in.size();
        for (int tag = 0; tag < MAX_TAGS; tag++) {
            Part part = lastPart(in, end);
            if (part.from() == end || part.from() < soundFrom) {
                break;
            }
            if (part.kind() == Kind.APE) {
                ape = ApeTag.parse(in, end);
            } else if (part.kind() == Kind.ID3V1) {
                id3v1 = Id3v1.parse(in.slice(part.from(), Id3v1.BYTES).bytes());
            }
            tail.addFirst(part);
            end = part.from();
        }
        return end;
    }

    private Part lastPart(Window in, long end) throws IOException {
        if (in.letters(end - Id3v1.BYTES, 3).equals("TAG")) {
            Kind kind = id3v1 == null ? Kind.ID3V1 : Kind.OTHER;
            return new Part(kind, end - Id3v1.BYTES, end);
        }
        if (in.letters(end - ApeTag.FOOTER_BYTES, 8).equals("APETAGEX")) {
            Kind kind = ape == null ? Kind.APE : Kind.OTHER;
            return new Part(kind, end - apeBytes(in, end - ApeTag.FOOTER_BYTES), end);
        }
        String lyrics = in.letters(end - LYRICS_FOOTER_BYTES, LYRICS_FOOTER_BYTES);
        if (lyrics.endsWith("LYRICS200") && lyrics.matches("\\d{6}.*")) {
            int length = Integer.parseInt(lyrics.substring(0, 6)) + LYRICS_FOOTER_BYTES;
            return new Part(Kind.OTHER, end - length, end);
        }
        return new Part(Kind.OTHER, end, end);
    }

    /** The size in the footer leaves out the header, which flag bit 31 tells of. */
    private static long apeBytes(Window in, long footer) throws IOException {
        ByteBuffer head = in.require(footer, ApeTag.FOOTER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long size = Integer.toUnsignedLong(head.getInt(12));
        return head.getInt(20) < 0 ? size + ApeTag.FOOTER_BYTES : size;
    }

    @Override
    List<TagBlock> blocks() {
        List<TagBlock> blocks = new ArrayList<>();
        if (id3First || id3Length > 0) {
            blocks.add(id3.block());
        }
        blocks.add(id3First ? blocks.size() : 0, ape);
        if (id3v1 != null) {
            blocks.add(id3v1);
        }
        return blocks;
    }

    @Override
    TagBlock pictureBlock() {
        return id3First ? id3.block() : ape;
    }

    @Override
    public void requireWritable() throws TagException {
        super.requireWritable();
        if (!writable) {
            throw new TagException(
                    "tags of this kind of file are only read", "Convert it to FLAC first.");
        }
    }

    @Override
    List<Piece> pieces() throws IOException {
        List<Piece> pieces = new ArrayList<>(id3.pieces());
        pieces.add(Slice.of(channel(), id3Length, soundTo - id3Length));
        boolean apeDone = false;
        for (Part part : tail) {
            switch (part.kind()) {
                case APE -> {
                    pieces.addAll(ApeTag.pieces(ape));
                    apeDone = true;
                }
                case ID3V1 -> {
                    if (!apeDone && tail.stream().noneMatch(p -> p.kind() == Kind.APE)) {
                        pieces.addAll(ApeTag.pieces(ape));
                        apeDone = true;
                    }
                    pieces.add(Id3v1.encode(id3v1));
                }
                case OTHER -> pieces.add(Slice.of(channel(), part.from(), part.to() - part.from()));
            }
        }
        if (!apeDone) {
            pieces.addAll(ApeTag.pieces(ape));
        }
        return pieces;
    }

    @Override
    List<Piece> sound() {
        return List.of(Slice.of(channel(), soundFrom, soundTo - soundFrom));
    }
}
