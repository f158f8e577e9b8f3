package auralis.library.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page of Ogg (RFC 3533, section 6).
 *
 * @param from where it begins
 * @param lengths of its segments; one of less than 255 ends a packet
 */
record OggPage(long from, int serial, byte[] lengths) {
    static final int HEAD_BYTES = 27;
    static final int SERIAL_AT = 14;
    static final int NUMBER_AT = 18;
    static final int CRC_AT = 22;

    private static final int CONTINUED = 1;
    private static final int MAX_SEGMENTS = 255;
    private static final int[] CRC = new int[256];

    static {
        for (int i = 0; i < CRC.length; i++) {
            int sum = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum << 1 ^ (sum < 0 ? 0x04C11DB7 : 0);
            }
            CRC[i] = sum;
        }
    }

    /** Empty where there is no whole page. */
    static Optional<OggPage> read(Window in, long at) throws IOException {
        ByteBuffer head = in.read(at, HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (head.remaining() < HEAD_BYTES || !in.letters(at, 4).equals("OggS")) {
            return Optional.empty();
        }
        int serial = head.getInt(SERIAL_AT);
        byte[] lengths = new byte[head.get(HEAD_BYTES - 1) & 0xFF];
        ByteBuffer table = in.read(at + HEAD_BYTES, lengths.length);
        if (table.remaining() < lengths.length) {
            return Optional.empty();
        }
        table.get(lengths);
        OggPage page = new OggPage(at, serial, lengths);
        return page.end() > in.size() ? Optional.empty() : Optional.of(page);
    }

    long body() {
        return from + HEAD_BYTES + lengths.length;
    }

    long end() {
        long end = body();
        for (byte length : lengths) {
            end += length & 0xFF;
        }
        return end;
    }

    /** Adds its segments to the packet that is open, and whole packets to the list. */
    void split(Window in, ByteArrayOutputStream packet, List<byte[]> packets) throws IOException {
        byte[] bytes = new byte[(int) (end() - body())];
        in.require(body(), bytes.length).get(bytes);
        int at = 0;
        for (byte segment : lengths) {
            int length = segment & 0xFF;
            packet.write(bytes, at, length);
            at += length;
            if (length < MAX_SEGMENTS) {
                packets.add(packet.toByteArray());
                packet.reset();
            }
        }
    }

    /** Header packets as pages, as full as they can be. */
    static List<byte[]> write(List<byte[]> packets, int serial, int firstNumber) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteArrayOutputStream lengths = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            body.writeBytes(packet);
            for (int left = packet.length; left >= 0; left -= MAX_SEGMENTS) {
                lengths.write(Math.min(left, MAX_SEGMENTS));
            }
        }
        List<byte[]> pages = new ArrayList<>();
        byte[] all = body.toByteArray();
        byte[] segments = lengths.toByteArray();
        int at = 0;
        for (int segment = 0; segment < segments.length; segment += MAX_SEGMENTS) {
            int count = Math.min(MAX_SEGMENTS, segments.length - segment);
            boolean continued = segment > 0 && segments[segment - 1] == -1;
            byte[] page = page(serial, continued, segments, segment, count, all, at);
            seal(page, firstNumber + pages.size());
            at += page.length - HEAD_BYTES - count;
            pages.add(page);
        }
        return pages;
    }

    private static byte[] page(
            int serial,
            boolean continued,
            byte[] segments,
            int from,
            int count,
            byte[] all,
            int at) {
        int length = 0;
        boolean ends = false;
        for (int i = from; i < from + count; i++) {
            length += segments[i] & 0xFF;
            ends |= segments[i] != -1;
        }
        return ByteBuffer.allocate(HEAD_BYTES + count + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OggS".getBytes(ISO_8859_1))
                .put((byte) 0)
                .put((byte) (continued ? CONTINUED : 0))
                .putLong(ends ? 0 : -1)
                .putInt(serial)
                .putLong(0) // number and check sum
                .put((byte) count)
                .put(segments, from, count)
                .put(all, at, length)
                .array();
    }

    /** Gives a page its number and the check sum over all of it. */
    static void seal(byte[] page, int number) {
        ByteBuffer bytes = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(NUMBER_AT, number).putInt(CRC_AT, 0);
        int sum = 0;
        for (byte b : page) {
            sum = sum << 8 ^ CRC[(sum >>> 24 ^ b) & 0xFF];
        }
        bytes.putInt(CRC_AT, sum);
    }
}
