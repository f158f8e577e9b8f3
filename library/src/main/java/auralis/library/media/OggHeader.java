package auralis.library.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * The first and the last page of an Ogg file (RFC 3533) that holds Vorbis (Vorbis I, 4.2.2), Opus
 * (RFC 7845, 5.1) or FLAC (the Ogg mapping of RFC 9639, 10.1): who codes it, and the position that
 * the last page ends at.
 */
final class OggHeader {
    private static final int PAGE_HEAD_BYTES = 27;
    private static final int FIRST_PAGE_BYTES = 128;
    private static final int MAX_PAGE_BYTES = 65_307;
    private static final int OPUS_RATE = 48_000;

    private OggHeader() {}

    /** Unknown where the file is no Ogg or holds something else. */
    static StreamHeader read(FileChannel channel) throws IOException {
        ByteBuffer page = Bytes.read(channel, 0, FIRST_PAGE_BYTES);
        if (!isPage(page, 0) || page.limit() < FIRST_PAGE_BYTES / 2) {
            return StreamHeader.UNKNOWN;
        }
        int serial = page.getInt(14);
        int packet = PAGE_HEAD_BYTES + (page.get(26) & 0xFF);
        return head(page, packet, lastPosition(channel, serial));
    }

    private static StreamHeader head(ByteBuffer page, int at, long frames) {
        String mark = new String(page.array(), at, 8, StandardCharsets.ISO_8859_1);
        ByteBuffer little = page.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (mark.startsWith("\u0001vorbis")) {
            return StreamHeader.of(
                    "vorbis", little.getInt(at + 12), page.get(at + 11), none(), frames);
        }
        if (mark.equals("OpusHead")) {
            int skip = Short.toUnsignedInt(little.getShort(at + 10));
            return StreamHeader.of("opus", OPUS_RATE, page.get(at + 9), none(), frames - skip);
        }
        if (mark.startsWith("\u007FFLAC")) {
            byte[] info = new byte[FlacHeader.STREAM_INFO_BYTES];
            page.get(at + 17, info);
            FlacHeader flac = new FlacHeader(ByteBuffer.wrap(info), 0);
            return StreamHeader.of(
                    "flac",
                    flac.sampleRate(),
                    flac.channels(),
                    OptionalInt.of(flac.bitDepth()),
                    frames);
        }
        return StreamHeader.UNKNOWN;
    }

    private static OptionalInt none() {
        return OptionalInt.empty();
    }

    /** The position of the last page of a stream; 0 when it does not end with one. */
    private static long lastPosition(FileChannel channel, int serial) throws IOException {
        long from = Math.max(0, channel.size() - MAX_PAGE_BYTES);
        ByteBuffer tail = Bytes.read(channel, from, MAX_PAGE_BYTES);
        for (int at = tail.limit() - PAGE_HEAD_BYTES; at >= 0; at--) {
            if (isPage(tail, at) && tail.getInt(at + 14) == serial) {
                return Math.max(0, Long.reverseBytes(tail.getLong(at + 6)));
            }
        }
        return 0;
    }

    private static boolean isPage(ByteBuffer bytes, int at) {
        return bytes.limit() >= at + PAGE_HEAD_BYTES && bytes.getInt(at) == 0x4F676753;
    }
}
