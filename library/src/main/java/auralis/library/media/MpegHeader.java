package auralis.library.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The four bytes in front of an MPEG audio frame of layer III (ISO/IEC 11172-3 2.4.1.3, 13818-3,
 * and the unofficial MPEG 2.5 for the lowest sample rates). Free-format frames, whose length stands
 * nowhere, count as none.
 *
 * @param bits the header as a big-endian number
 */
record MpegHeader(int bits) {
    static final int BYTES = 4;

    /** Frames that must follow each other before a file passes for MP3. */
    private static final int RHYTHM = 4;

    private static final int[] KBPS_1 = {
        0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
    };
    private static final int[] KBPS_2 = {
        0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
    };
    private static final int[] RATES_1 = {44_100, 48_000, 32_000};

    /** Sync, version, layer and sample rate: the same in all frames of a stream. */
    private static final int FIXED_BITS = 0xFFFE0C00;

    /** Whether these bytes can be the header of a layer III frame. */
    static boolean isValid(int bits) {
        return (bits & 0xFFE00000) == 0xFFE00000
                && (bits >>> 19 & 3) != 1
                && (bits >>> 17 & 3) == 1
                && (bits >>> 12 & 15) != 0
                && (bits >>> 12 & 15) != 15
                && (bits >>> 10 & 3) != 3;
    }

    boolean isMpeg1() {
        return (bits >>> 19 & 3) == 3;
    }

    int sampleRate() {
        int rate = RATES_1[bits >>> 10 & 3];
        return switch (bits >>> 19 & 3) {
            case 3 -> rate;
            case 2 -> rate / 2;
            default -> rate / 4;
        };
    }

    int channels() {
        return (bits >>> 6 & 3) == 3 ? 1 : 2;
    }

    boolean hasChecksum() {
        return (bits >>> 16 & 1) == 0;
    }

    /** Samples per channel. */
    int samples() {
        return isMpeg1() ? 1152 : 576;
    }

    /** The length of the frame with its header. */
    int frameBytes() {
        int kbps = (isMpeg1() ? KBPS_1 : KBPS_2)[bits >>> 12 & 15];
        return samples() / 8 * kbps * 1000 / sampleRate() + (bits >>> 9 & 1);
    }

    /** The length of the side information behind header and checksum. */
    int sideBytes() {
        if (isMpeg1()) {
            return channels() == 1 ? 17 : 32;
        }
        return channels() == 1 ? 9 : 17;
    }

    /** The bytes of the frame that the bit reservoir gets. */
    int mainBytes() {
        return frameBytes() - BYTES - (hasChecksum() ? 2 : 0) - sideBytes();
    }

    /** Whether a valid header can belong to a frame of the same stream. */
    boolean matches(int other) {
        return isValid(other)
                && (bits & FIXED_BITS) == (other & FIXED_BITS)
                && channels() == new MpegHeader(other).channels();
    }

    /**
     * Where the first of several frames in a row is, or -1.
     *
     * @param end where the sound ends: a stream may be shorter than the rhythm asked for, if it
     *     ends where a frame does
     */
    static long find(FileChannel channel, long start, long end, int searchBytes)
            throws IOException {
        ByteBuffer head = Bytes.read(channel, start, searchBytes);
        for (int at = 0; at + BYTES <= head.limit(); at++) {
            int bits = head.getInt(at);
            if (isValid(bits) && hasRhythm(channel, start + at, end, bits)) {
                return start + at;
            }
        }
        return -1;
    }

    private static boolean hasRhythm(FileChannel channel, long start, long end, int bits)
            throws IOException {
        MpegHeader first = new MpegHeader(bits);
        long at = start;
        int following = bits;
        for (int i = 1; i < RHYTHM; i++) {
            at += new MpegHeader(following).frameBytes();
            if (at + BYTES > end) {
                return at == end && i > 1;
            }
            following = Bytes.read(channel, at, BYTES).getInt(0);
            if (!first.matches(following)) {
                return false;
            }
        }
        return true;
    }
}
