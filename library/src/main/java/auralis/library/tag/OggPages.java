package auralis.library.tag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;

/** The rest of an Ogg file, page by page, with other page numbers for one of its streams. */
final class OggPages implements Piece {
    private final FileChannel channel;
    private final long from;
    private final long size;
    private final int serial;
    private final int shift;
    private final boolean numbered;

    private OggPages(FileChannel channel, long from, int serial, int shift, boolean numbered)
            throws IOException {
        this.channel = channel;
        this.from = from;
        this.size = channel.size();
        this.serial = serial;
        this.shift = shift;
        this.numbered = numbered;
    }

    /** Pages of a stream get numbers so much higher. */
    static OggPages renumbered(FileChannel channel, long from, int serial, int shift)
            throws IOException {
        return new OggPages(channel, from, serial, shift, true);
    }

    /** Numbers and check sums are left zero, to compare what the pages hold. */
    static OggPages unnumbered(FileChannel channel, long from) throws IOException {
        return new OggPages(channel, from, 0, 0, false);
    }

    @Override
    public long length() {
        return size - from;
    }

    @Override
    public void writeTo(WritableByteChannel out) throws IOException {
        Window in = Window.of(channel);
        long at = from;
        for (Optional<OggPage> page = OggPage.read(in, at);
                page.isPresent();
                page = OggPage.read(in, at)) {
            byte[] bytes = new byte[(int) (page.get().end() - at)];
            in.require(at, bytes.length).get(bytes);
            change(bytes, page.get());
            Slice.write(out, ByteBuffer.wrap(bytes));
            at = page.get().end();
        }
        if (at < size && numbered) {
            throw TagException.damaged();
        }
        Slice.of(channel, at, size - at).writeTo(out);
    }

    private void change(byte[] page, OggPage read) {
        ByteBuffer bytes = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        if (!numbered) {
            bytes.putInt(OggPage.NUMBER_AT, 0).putInt(OggPage.CRC_AT, 0);
        } else if (read.serial() == serial) {
            OggPage.seal(page, bytes.getInt(OggPage.NUMBER_AT) + shift);
        }
    }
}
