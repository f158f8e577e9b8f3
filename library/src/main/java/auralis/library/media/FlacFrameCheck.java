package auralis.library.media;

import java.io.IOException;

/**
 * The checksum behind a FLAC frame (RFC 9639, section 9.3), looked at before the frame is decoded:
 * from a broken one the decoder would read wild numbers, and jFLAC talks to standard output when it
 * meets certain of them. Where a frame ends stands nowhere; it ends where the checksum over all of
 * it becomes 0 and the next head follows.
 */
final class FlacFrameCheck {
    private static final int MIN_BYTES = 8;
    private static final int[] CRC_16 = new int[256];

    static {
        for (int i = 0; i < CRC_16.length; i++) {
            int crc = i << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x8005 : crc << 1;
            }
            CRC_16[i] = crc & 0xFFFF;
        }
    }

    private FlacFrameCheck() {}

    /**
     * Whether the frame with this head is intact: surely if the next head follows, probably if that
     * one is missing.
     */
    static boolean mayBeIntact(
            ByteWindow bytes, long start, FlacFrameHeader frame, FlacHeader stream)
            throws IOException {
        long limit = Math.min(bytes.size(), start + frame.maxBytes(stream));
        boolean closed = false;
        int crc = 0;
        for (long at = start; at < limit; at++) {
            int next = bytes.at(at);
            boolean inside = at - start >= MIN_BYTES;
            if (inside && next == 0xFF && frame.isFollowedBy(bytes, at, stream)) {
                return crc == 0;
            }
            closed |= inside && crc == 0;
            crc = crc << 8 & 0xFFFF ^ CRC_16[crc >> 8 ^ next];
        }
        return closed || crc == 0;
    }
}
