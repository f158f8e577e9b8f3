package auralis.library.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ID3v2 tag: head, frames, padding (id3.org: 2.2.0, 2.3.0 and 2.4.0 structure). Frames that are
 * compressed, encrypted or unknown are kept as they are and say nothing here. Unsynchronisation of
 * a whole tag is undone when it is read and not done again, as no player of today needs it.
 */
final class Id3Tag {
    static final int HEAD_BYTES = 10;
    static final int VERSION_WRITTEN = 4;

    private static final int MAX_FRAMES = 10_000;
    private static final int UNSYNCHRONISED = 0x80;
    private static final int EXTENDED = 0x40;
    private static final int FOOTER = 0x10;

    /** What the three letters of version 2.2 became. */
    private static final Map<String, String> LONG_IDS = new HashMap<>();

    private static final Map<String, String> SHORT_IDS = new HashMap<>();

    static {
        String pairs =
                "TT1TIT1 TT2TIT2 TT3TIT3 TP1TPE1 TP2TPE2 TP3TPE3 TP4TPE4 TALTALB TRKTRCK TPATPOS"
                        + " TYETYER TDATDAT TCOTCON TCMTCOM COMCOMM ULTUSLT TCRTCOP TBPTBPM TRCTSRC"
                        + " TPBTPUB TXTTEXT TENTENC TMTTMED TLATLAN TKETKEY TORTORY TSSTSSE TCPTCMP"
                        + " TSTTSOT TSPTSOP TSATSOA TS2TSO2 TSCTSOC TXXTXXX PICAPIC UFIUFID";
        for (String pair : pairs.split(" ")) {
            LONG_IDS.put(pair.substring(0, 3), pair.substring(3));
            SHORT_IDS.put(pair.substring(3), pair.substring(0, 3));
        }
    }

    private final Id3Style style;
    private final TagBlock block;
    private final int padding;

    private Id3Tag(Id3Style style, List<TagItem> items, int padding, Optional<TagException> fault) {
        this.style = style;
        this.block = new TagBlock("id3v2." + style.version(), style, items, fault);
        this.padding = padding;
    }

    static Id3Tag empty() {
        return new Id3Tag(new Id3Style(VERSION_WRITTEN), List.of(), 0, Optional.empty());
    }

    private static Id3Tag broken(TagException fault) {
        return new Id3Tag(new Id3Style(VERSION_WRITTEN), List.of(), 0, Optional.of(fault));
    }

    /** Whether version 2.2 knows it. */
    static boolean hasShortId(String id) {
        return SHORT_IDS.containsKey(id.substring(0, 4));
    }

    TagBlock block() {
        return block;
    }

    /** The bytes of the tag at a place, 0 when there is none. */
    static long length(Window in, long at) throws IOException {
        ByteBuffer head = in.read(at, HEAD_BYTES);
        boolean tag =
                head.remaining() == HEAD_BYTES
                        && in.letters(at, 3).equals("ID3")
                        && head.get(3) != -1
                        && (head.getInt(6) & 0x80808080) == 0;
        if (!tag) {
            return 0;
        }
        return HEAD_BYTES + synchsafe(head.getInt(6)) + ((head.get(5) & FOOTER) != 0 ? 10 : 0);
    }

    /** What can be read of the tag at a place. */
    static Id3Tag parse(Window in, long at) throws IOException {
        try {
            return parseHead(in, at);
        } catch (TagException e) {
            return broken(e);
        }
    }

    private static Id3Tag parseHead(Window in, long at) throws IOException {
        ByteBuffer head = in.require(at, HEAD_BYTES);
        int version = head.get(3);
        int flags = head.get(5);
        int length = synchsafe(head.getInt(6));
        if (version < 2 || version > 4 || version == 2 && (flags & EXTENDED) != 0) {
            throw new TagException(
                    "its ID3 tag is of a version that is not known", "Convert the tag first.");
        }
        Id3Style style = new Id3Style(version);
        if ((flags & UNSYNCHRONISED) != 0 && version < 4) {
            byte[] plain = synchronise(in.slice(at + HEAD_BYTES, length).bytes());
            return new Frames(Window.of(plain), style, flags).parse(0, plain.length);
        }
        long end = at + HEAD_BYTES + length;
        if (end > in.size()) {
            throw TagException.damaged();
        }
        return new Frames(in, style, flags).parse(at + HEAD_BYTES, end);
    }

    private static int synchsafe(int value) {
        return (value >>> 24 & 127) << 21
                | (value >>> 16 & 127) << 14
                | (value >>> 8 & 127) << 7
                | value & 127;
    }

    private static int toSynchsafe(long value) throws TagException {
        if (value >= 1 << 28) {
            throw new TagException("its tags would be too large", "Choose a smaller picture.");
        }
        int v = (int) value;
        return (v & 127) | (v >>> 7 & 127) << 8 | (v >>> 14 & 127) << 16 | (v >>> 21 & 127) << 24;
    }

    /** Takes out the zeros that were put behind 0xFF. */
    static byte[] synchronise(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            out.write(bytes[i]);
            if (bytes[i] == -1 && i + 1 < bytes.length && bytes[i + 1] == 0) {
                i++;
            }
        }
        return out.toByteArray();
    }

    /** The tag as it is written; nothing when it has no frames. */
    List<Piece> pieces() throws IOException {
        if (block.items().isEmpty()) {
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        long length = padding;
        for (TagItem item : block.items()) {
            Slice head = Slice.of(frameHead(item));
            pieces.add(head);
            pieces.add(item.body());
            length += head.length() + item.body().length();
        }
        pieces.add(Slice.of(new byte[padding]));
        byte[] head = {'I', 'D', '3', (byte) style.version(), 0, 0, 0, 0, 0, 0};
        ByteBuffer.wrap(head).putInt(6, toSynchsafe(length));
        pieces.add(0, Slice.of(head));
        return pieces;
    }

    private byte[] frameHead(TagItem item) throws TagException {
        String id = item.id().substring(0, Math.min(4, item.id().length()));
        int length = (int) Math.min(Integer.MAX_VALUE, item.body().length());
        if (style.version() == 2) {
            String brief = SHORT_IDS.getOrDefault(id, id.substring(0, 3));
            return ByteBuffer.allocate(6)
                    .put(brief.getBytes(ISO_8859_1))
                    .put((byte) (length >> 16))
                    .putShort((short) length)
                    .array();
        }
        int size = style.version() == 4 ? toSynchsafe(length) : length;
        return ByteBuffer.allocate(10)
                .put(id.getBytes(ISO_8859_1))
                .putInt(size)
                .putShort((short) item.flags())
                .array();
    }

    /** Reads frame after frame until what follows is none. */
    private static final class Frames {
        private final Window in;
        private final Id3Style style;
        private final int tagFlags;

        Frames(Window in, Id3Style style, int tagFlags) {
            this.in = in;
            this.style = style;
            this.tagFlags = tagFlags;
        }

        Id3Tag parse(long from, long end) throws IOException {
            long start = from + extended(from);
            boolean plain =
                    style.version() == 4 && !fits(start, end, true) && fits(start, end, false);
            List<TagItem> items = new ArrayList<>();
            long at = start;
            try {
                while (items.size() < MAX_FRAMES && isFrame(at, end)) {
                    long size = size(at, !plain);
                    if (at + head() + size > end) {
                        throw TagException.damaged();
                    }
                    items.add(frame(at, size));
                    at += head() + size;
                }
                requirePadding(at, end);
            } catch (TagException e) {
                return new Id3Tag(style, items, 0, Optional.of(e));
            }
            return new Id3Tag(style, items, (int) Math.max(0, end - at), Optional.empty());
        }

        /** Whatever is behind the frames and no zeros would be lost. */
        private void requirePadding(long at, long end) throws IOException {
            if (at < end && in.read(at, 1).get(0) != 0) {
                throw TagException.damaged();
            }
        }

        private int head() {
            return style.version() == 2 ? 6 : 10;
        }

        private long extended(long at) throws IOException {
            if ((tagFlags & EXTENDED) == 0) {
                return 0;
            }
            int size = in.require(at, 4).getInt();
            return style.version() == 4 ? synchsafe(size) : 4L + Math.max(0, size);
        }

        /** Three letters and a blank are what iTunes left of frames of version 2.2. */
        private boolean isFrame(long at, long end) throws IOException {
            int letters = style.version() == 2 ? 3 : 4;
            if (at + head() > end) {
                return false;
            }
            String id = in.letters(at, letters);
            int checked = id.endsWith("\0") || id.endsWith(" ") ? 3 : letters;
            return id.chars()
                    .limit(checked)
                    .allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
        }

        /** Some programs wrote sizes of version 2.3 into 2.4: believed when only that adds up. */
        private boolean fits(long from, long end, boolean safe) throws IOException {
            long at = from;
            for (int i = 0; i < MAX_FRAMES && isFrame(at, end); i++) {
                at += head() + size(at, safe);
            }
            return at <= end && (at + head() > end || in.read(at, 1).get(0) == 0);
        }

        private long size(long at, boolean safe) throws IOException {
            if (style.version() == 2) {
                return in.require(at + 2, 4).getInt() & 0xFFFFFF;
            }
            int size = in.require(at + 4, 4).getInt();
            return style.version() == 4 && safe ? synchsafe(size) : Integer.toUnsignedLong(size);
        }

        private TagItem frame(long at, long size) throws IOException {
            String id = in.letters(at, style.version() == 2 ? 3 : 4);
            Slice body = in.slice(at + head(), size);
            if (style.version() == 2) {
                String known = LONG_IDS.get(id);
                return style.item(known == null ? id : known, 0, body, known != null);
            }
            int flags = in.require(at + 8, 2).getShort() & 0xFFFF;
            if (style.version() == 3) {
                return style.item(id, flags, body, (flags & 0xE0) == 0);
            }
            return frame4(id, flags, body);
        }

        /**
         * Of the formats of version 2.4, unsynchronised frames and those with a length before them
         * are made plain; grouped, compressed and encrypted ones stay as they are.
         */
        private TagItem frame4(String id, int flags, Slice body) throws IOException {
            boolean unsynchronised = (flags & 2) != 0 || (tagFlags & UNSYNCHRONISED) != 0;
            if ((flags & 0x4C) != 0) {
                return style.item(id, unsynchronised ? flags | 2 : flags, body, false);
            }
            if ((flags & 3) == 0 && !unsynchronised) {
                return style.item(id, flags, body, true);
            }
            byte[] bytes = unsynchronised ? synchronise(body.bytes()) : body.bytes();
            int skip = (flags & 1) != 0 ? Math.min(4, bytes.length) : 0;
            byte[] plain = Arrays.copyOfRange(bytes, skip, bytes.length);
            return style.item(id, flags & ~3, Slice.of(plain), true);
        }
    }
}
