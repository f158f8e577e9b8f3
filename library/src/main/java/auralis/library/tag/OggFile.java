package auralis.library.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Vorbis and Opus in Ogg (RFC 3533, RFC 7845, Vorbis I section A): the second packet holds the
 * tags. Header packets end with their page, so new ones are put into pages of their own, and the
 * pages behind them are numbered anew when there are more or fewer than before.
 */
final class OggFile extends TaggedFile {
    private static final int MAX_PAGES = 1 << 14;
    private static final byte[] OPUS = "OpusTags".getBytes(ISO_8859_1);
    private static final byte[] VORBIS = "\3vorbis".getBytes(ISO_8859_1);

    private final Window in;
    private final int serial;
    private final long firstEnd;
    private final VorbisComments.Content comments;

    /** What stands before and behind the list in its packet. */
    private byte[] mark = new byte[0];

    private byte[] rest = new byte[0];

    /** The set-up of Vorbis, which shares pages with the tags. */
    private List<byte[]> others = List.of();

    private int headerPages;
    private long soundFrom;
    private Optional<TagException> fault = Optional.empty();

    OggFile(FileChannel channel, Window in) throws IOException {
        super(channel);
        this.in = in;
        OggPage first = OggPage.read(in, 0).orElseThrow(TagException::damaged);
        serial = first.serial();
        firstEnd = first.end();
        comments = read(in.letters(first.body(), 8));
    }

    private VorbisComments.Content read(String codec) throws IOException {
        boolean vorbis = codec.startsWith("\1vorbis");
        boolean opus = codec.equals("OpusHead");
        if (!vorbis && !opus) {
            fault =
                    Optional.of(
                            new TagException(
                                    "tags of this kind of file are only read",
                                    "Convert it to FLAC first."));
        }
        mark = vorbis ? VORBIS : opus ? OPUS : new byte[codec.startsWith("\177FLAC") ? 4 : 0];
        List<byte[]> packets = packets(vorbis ? 2 : 1);
        byte[] tags = packets.isEmpty() ? new byte[0] : packets.get(0);
        boolean marked = (vorbis || opus) && !starts(tags, mark);
        if (tags.length < mark.length || marked) {
            fault = Optional.of(TagException.damaged());
            return VorbisComments.Content.empty();
        }
        others = packets.isEmpty() ? packets : packets.subList(1, packets.size());
        VorbisComments.Content content =
                VorbisComments.parse(Window.of(tags), mark.length, tags.length);
        rest = Arrays.copyOfRange(tags, (int) Math.min(tags.length, content.end()), tags.length);
        return content;
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        return bytes.length >= with.length
                && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    /** The packets behind the first, which begin and end with a page. */
    private List<byte[]> packets(int count) throws IOException {
        List<byte[]> packets = new ArrayList<>();
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        long at = firstEnd;
        while (packets.size() < count && headerPages < MAX_PAGES) {
            Optional<OggPage> page = OggPage.read(in, at);
            if (page.isEmpty() || packet.size() > Slice.MAX_BYTES) {
                fault = Optional.of(TagException.damaged());
                break;
            }
            at = page.get().end();
            if (page.get().serial() != serial) {
                fault =
                        Optional.of(
                                new TagException(
                                        "it holds several streams", "Convert it to FLAC first."));
                continue;
            }
            headerPages++;
            page.get().split(in, packet, packets);
        }
        soundFrom = at;
        if (packets.size() != count || packet.size() > 0) {
            fault = Optional.of(fault.orElseGet(TagException::damaged));
        }
        return packets;
    }

    @Override
    List<TagBlock> blocks() {
        return List.of(comments.block());
    }

    @Override
    TagBlock pictureBlock() {
        return comments.block();
    }

    @Override
    public boolean countsTotalsApart() {
        return true;
    }

    @Override
    public void requireWritable() throws TagException {
        super.requireWritable();
        if (fault.isPresent()) {
            throw fault.get();
        }
    }

    @Override
    List<Piece> pieces() throws IOException {
        ByteArrayOutputStream tags = new ByteArrayOutputStream();
        tags.writeBytes(mark);
        tags.writeBytes(comments.encode());
        tags.writeBytes(rest);
        List<byte[]> packets = new ArrayList<>();
        packets.add(tags.toByteArray());
        packets.addAll(others);
        List<byte[]> pages = OggPage.write(packets, serial, 1);
        List<Piece> pieces = new ArrayList<>();
        pieces.add(Slice.of(channel(), 0, firstEnd));
        pages.forEach(page -> pieces.add(Slice.of(page)));
        int shift = pages.size() - headerPages;
        pieces.add(
                shift == 0
                        ? Slice.of(channel(), soundFrom, in.size() - soundFrom)
                        : OggPages.renumbered(channel(), soundFrom, serial, shift));
        return pieces;
    }

    @Override
    List<Piece> sound() throws IOException {
        List<Piece> sound = new ArrayList<>();
        sound.add(Slice.of(channel(), 0, firstEnd));
        others.forEach(packet -> sound.add(Slice.of(packet)));
        sound.add(OggPages.unnumbered(channel(), soundFrom));
        return sound;
    }
}
