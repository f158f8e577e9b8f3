package auralis.library.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * MP4 and M4A (ISO/IEC 14496-12): the item list lies in {@code moov.udta.meta.ilst}. When the table
 * of contents in front of the sound changes its length, the places of all chunks move with it.
 */
final class Mp4File extends TaggedFile {
    private static final int MAX_ATOMS = 100_000;
    private static final int MAX_DEPTH = 8;
    private static final int META_HEAD_BYTES = 4;
    private static final Set<String> PARENTS = Set.of("moov", "trak", "mdia", "minf", "stbl");

    /**
     * @param head the bytes of its length and letters
     */
    private record Atom(String type, long from, int head, long length) {
        long content() {
            return from + head;
        }

        long end() {
            return from + length;
        }
    }

    private final Window in;
    private final List<Atom> top;
    private final TagBlock block;

    /** The atoms around the item list that there are, the outermost first. */
    private final List<Atom> path = new ArrayList<>();

    private Optional<Atom> list = Optional.empty();
    private boolean foreign;
    private int atoms;

    Mp4File(FileChannel channel, Window in) throws IOException {
        super(channel);
        this.in = in;
        this.top = atoms(0, in.size());
        List<TagItem> items = new ArrayList<>();
        Optional<TagException> fault = Optional.empty();
        try {
            find();
            if (list.isPresent()) {
                readItems(list.get(), items);
            }
        } catch (TagException e) {
            fault = Optional.of(e);
        }
        block = new TagBlock("ilst", Mp4Style.STYLE, items, fault);
    }

    private void find() throws IOException {
        Optional<Atom> moov = child(top, "moov");
        if (moov.isEmpty()) {
            return;
        }
        path.add(moov.get());
        Optional<Atom> udta = child(children(moov.get(), 0), "udta");
        if (udta.isEmpty()) {
            return;
        }
        path.add(udta.get());
        Optional<Atom> meta = child(children(udta.get(), 0), "meta");
        if (meta.isEmpty()) {
            return;
        }
        path.add(meta.get());
        List<Atom> parts = children(meta.get(), META_HEAD_BYTES);
        Optional<Atom> handler = child(parts, "hdlr");
        foreign = handler.isEmpty() || !in.letters(handler.get().content() + 8, 4).equals("mdir");
        list = foreign ? Optional.empty() : child(parts, "ilst");
    }

    private static Optional<Atom> child(List<Atom> atoms, String type) {
        return atoms.stream().filter(atom -> atom.type().equals(type)).findFirst();
    }

    private List<Atom> children(Atom atom, int skip) throws IOException {
        return atoms(atom.content() + skip, atom.end());
    }

    /** The atoms between two places, up to the first that is damaged. */
    private List<Atom> atoms(long from, long to) throws IOException {
        List<Atom> found = new ArrayList<>();
        for (long at = from; at + 8 <= to; at = found.get(found.size() - 1).end()) {
            ByteBuffer head = in.read(at, 16);
            if (head.remaining() < 8) {
                break;
            }
            long length = Integer.toUnsignedLong(head.getInt(0));
            boolean wide = length == 1 && head.remaining() == 16;
            if (wide) {
                length = head.getLong(8);
            }
            length = length == 0 ? to - at : length;
            if (length < (wide ? 16 : 8) || length > to - at || ++atoms > MAX_ATOMS) {
                break;
            }
            found.add(new Atom(in.letters(at + 4, 4), at, wide ? 16 : 8, length));
        }
        return found;
    }

    private void readItems(Atom ilst, List<TagItem> items) throws IOException {
        for (Atom atom : whole(ilst)) {
            if (atom.type().equals(Mp4Style.COVER)) {
                for (Atom data : whole(atom)) {
                    boolean first = items.stream().noneMatch(TagItem::isPicture);
                    items.add(Mp4Style.cover(in.slice(data.from(), data.length()), first));
                }
            } else {
                Slice body = in.slice(atom.content(), atom.end() - atom.content());
                items.add(Mp4Style.STYLE.item(atom.type(), body));
            }
        }
    }

    /** The children of an atom that has nothing else in it. */
    private List<Atom> whole(Atom atom) throws IOException {
        List<Atom> found = children(atom, 0);
        long end = found.isEmpty() ? atom.content() : found.get(found.size() - 1).end();
        if (end != atom.end()) {
            throw TagException.damaged();
        }
        return found;
    }

    @Override
    List<TagBlock> blocks() {
        return List.of(block);
    }

    @Override
    TagBlock pictureBlock() {
        return block;
    }

    @Override
    public void requireWritable() throws TagException {
        super.requireWritable();
        if (path.isEmpty() || top.get(top.size() - 1).end() != in.size()) {
            throw TagException.damaged();
        }
        if (foreign) {
            throw new TagException(
                    "its tags are of QuickTime's own kind", "Convert it to M4A or FLAC first.");
        }
        if (child(top, "moof").isPresent() || child(top, "sidx").isPresent()) {
            throw new TagException(
                    "it is a fragmented MP4, as streams are", "Convert it to M4A or FLAC first.");
        }
    }

    @Override
    List<Piece> pieces() throws IOException {
        Atom moov = path.get(0);
        List<Piece> items = list();
        long at = list.map(Atom::from).orElseGet(this::insertion);
        long length = list.map(Atom::length).orElse(0L);
        long delta = items.stream().mapToLong(Piece::length).sum() - length;
        byte[] contents = Slice.of(channel(), moov.from(), moov.length()).bytes();
        ByteBuffer table = ByteBuffer.wrap(contents);
        for (Atom atom : path) {
            resize(table, (int) (atom.from() - moov.from()), atom, delta);
        }
        for (ChunkTable chunks : chunkTables()) {
            chunks.move(table, moov, delta);
        }
        int split = (int) (at - moov.from());
        List<Piece> pieces = new ArrayList<>();
        pieces.add(Slice.of(channel(), 0, moov.from()));
        pieces.add(Slice.of(Arrays.copyOfRange(contents, 0, split)));
        pieces.addAll(items);
        pieces.add(Slice.of(Arrays.copyOfRange(contents, split + (int) length, contents.length)));
        pieces.add(Slice.of(channel(), moov.end(), in.size() - moov.end()));
        return pieces;
    }

    /** New atoms go to the end of the contents, or to the start of the user's part of them. */
    private long insertion() {
        Atom last = path.get(path.size() - 1);
        return path.size() == 2 ? last.content() : last.end();
    }

    private static void resize(ByteBuffer table, int at, Atom atom, long delta)
            throws TagException {
        long length = atom.length() + delta;
        if (atom.head() == 16) {
            table.putLong(at + 8, length);
        } else if (length > 0x7FFFFFFFL) {
            throw new TagException("its tags would be too large", "Choose a smaller picture.");
        } else {
            table.putInt(at, (int) length);
        }
    }

    /** The item list, in as many atoms as are missing around it. */
    private List<Piece> list() throws IOException {
        List<Piece> content = new ArrayList<>();
        boolean covered = false;
        for (TagItem item : block.items()) {
            if (!item.id().equals(Mp4Style.COVER)) {
                String type = item.id().startsWith(Mp4Style.FREE) ? Mp4Style.FREE : item.id();
                content.addAll(atom(type, List.of(item.body())));
            } else if (!covered) {
                covered = true;
                content.addAll(atom(Mp4Style.COVER, covers()));
            }
        }
        if (content.isEmpty() && list.isEmpty()) {
            return List.of();
        }
        List<Piece> pieces = atom("ilst", content);
        if (path.size() < 3) {
            pieces.add(0, Slice.of(handler()));
            pieces.add(0, Slice.of(new byte[META_HEAD_BYTES]));
            pieces = atom("meta", pieces);
        }
        return path.size() < 2 ? atom("udta", pieces) : pieces;
    }

    private List<Piece> covers() {
        List<Piece> covers = new ArrayList<>();
        for (TagItem item : block.items()) {
            if (item.id().equals(Mp4Style.COVER)) {
                covers.add(item.body());
            }
        }
        return covers;
    }

    private static List<Piece> atom(String type, List<Piece> content) {
        long length = 8 + content.stream().mapToLong(Piece::length).sum();
        List<Piece> pieces = new ArrayList<>();
        ByteBuffer head = ByteBuffer.allocate(8).putInt((int) length);
        pieces.add(Slice.of(head.put(type.getBytes(ISO_8859_1)).array()));
        pieces.addAll(content);
        return pieces;
    }

    /** A handler of iTunes' metadata. */
    private static byte[] handler() {
        return ByteBuffer.allocate(33)
                .putInt(33)
                .put("hdlr".getBytes(ISO_8859_1))
                .putLong(0)
                .put("mdirappl".getBytes(ISO_8859_1))
                .array();
    }

    /**
     * Places of chunks in the file, of four or eight bytes each.
     *
     * @param from where the first one stands
     */
    private record ChunkTable(long from, int count, int bytes) {
        void move(ByteBuffer table, Atom moov, long delta) throws TagException {
            int at = (int) (from - moov.from());
            for (int i = 0; i < count; i++, at += bytes) {
                long place = bytes == 8 ? table.getLong(at) : table.getInt(at) & 0xFFFFFFFFL;
                if (place >= moov.end()) {
                    place += delta;
                }
                if (bytes == 8) {
                    table.putLong(at, place);
                } else if (place > 0xFFFFFFFFL) {
                    throw new TagException(
                            "it is too long for more tags", "Convert it to FLAC first.");
                } else {
                    table.putInt(at, (int) place);
                }
            }
        }
    }

    private List<ChunkTable> chunkTables() throws IOException {
        List<ChunkTable> tables = new ArrayList<>();
        collect(path.get(0), 0, tables);
        return tables;
    }

    private void collect(Atom atom, int depth, List<ChunkTable> tables) throws IOException {
        if (PARENTS.contains(atom.type()) && depth < MAX_DEPTH) {
            for (Atom child : children(atom, 0)) {
                collect(child, depth + 1, tables);
            }
        } else if (atom.type().equals("stco") || atom.type().equals("co64")) {
            int bytes = atom.type().equals("stco") ? 4 : 8;
            int count = in.require(atom.content() + 4, 4).getInt();
            if (count < 0 || atom.content() + 8 + (long) count * bytes > atom.end()) {
                throw TagException.damaged();
            }
            tables.add(new ChunkTable(atom.content() + 8, count, bytes));
        }
    }

    /** The sound itself, and where its chunks begin in it. */
    @Override
    List<Piece> sound() throws IOException {
        List<Piece> sound = new ArrayList<>();
        long base = child(top, "mdat").map(Atom::from).orElse(0L);
        for (Atom atom : top) {
            if (atom.type().equals("mdat")) {
                sound.add(Slice.of(channel(), atom.from(), atom.length()));
            }
        }
        for (ChunkTable chunks : chunkTables()) {
            ByteBuffer places = ByteBuffer.allocate(Math.multiplyExact(chunks.count(), 8));
            byte[] table =
                    Slice.of(channel(), chunks.from(), (long) chunks.count() * chunks.bytes())
                            .bytes();
            ByteBuffer told = ByteBuffer.wrap(table);
            while (told.hasRemaining()) {
                long place = chunks.bytes() == 8 ? told.getLong() : told.getInt() & 0xFFFFFFFFL;
                places.putLong(place - base);
            }
            sound.add(Slice.of(places.array()));
        }
        return sound;
    }
}
