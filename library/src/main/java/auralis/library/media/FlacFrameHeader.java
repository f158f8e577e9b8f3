package auralis.library.media;

import java.io.IOException;

/**
 * The head of a FLAC frame (RFC 9639, section 9.1).
 *
 * @param sample the number of its first frame of sound in the stream
 * @param blockSize how many frames of sound it holds
 */
record FlacFrameHeader(long sample, int blockSize) {
    private static final int MAX_BYTES = 16;
    private static final int[] SAMPLE_RATES = {
        0, 88_200, 176_400, 192_000, 8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000
    };
    private static final int[] BIT_DEPTHS = {0, 8, 12, -1, 16, 20, 24, 32};

    /** Where in a file the next head of this stream is, from a place up to a limit; -1 for none. */
    static long find(ByteWindow bytes, long from, long limit, FlacHeader stream)
            throws IOException {
        for (long at = from; at < limit; at++) {
            if (bytes.at(at) == 0xFF && read(bytes, at, stream) != null) {
                return at;
            }
        }
        return -1;
    }

    /** The head at this place, or null when none of this stream is there. */
    static FlacFrameHeader read(ByteWindow bytes, long at, FlacHeader stream) throws IOException {
        int bits = bytes.intAt(at);
        if (bits >>> 17 != 0x7FFC || !fits(bits, stream)) {
            return null;
        }
        Reader reader = new Reader(bytes, at, 4);
        long number = reader.codedNumber();
        int blockSize = blockSize(bits >>> 12 & 15, reader);
        if (number < 0 || blockSize < 1 || !rateFits(bits >>> 8 & 15, reader, stream)) {
            return null;
        }
        if (reader.crc() != reader.next()) {
            return null;
        }
        // Some old encoders number samples without saying so; their block sizes vary.
        boolean numbersSamples =
                (bits >>> 16 & 1) == 1 || stream.minBlockSize() != stream.maxBlockSize();
        return new FlacFrameHeader(
                numbersSamples ? number : number * stream.minBlockSize(), blockSize);
    }

    /** Whether channels and depth are those of the stream and the reserved bit is 0. */
    private static boolean fits(int bits, FlacHeader stream) {
        int assignment = bits >>> 4 & 15;
        int channels = assignment < 8 ? assignment + 1 : 2;
        int depth = BIT_DEPTHS[bits >>> 1 & 7];
        return assignment <= 10
                && channels == stream.channels()
                && (depth == 0 || depth == stream.bitDepth())
                && (bits & 1) == 0;
    }

    private static int blockSize(int code, Reader reader) throws IOException {
        return switch (code) {
            case 0 -> 0;
            case 1 -> 192;
            case 2, 3, 4, 5 -> 576 << code - 2;
            case 6 -> reader.next() + 1;
            case 7 -> (reader.next() << 8 | reader.next()) + 1;
            default -> 256 << code - 8;
        };
    }

    private static boolean rateFits(int code, Reader reader, FlacHeader stream) throws IOException {
        int rate =
                switch (code) {
                    case 12 -> reader.next() * 1000;
                    case 13 -> reader.next() << 8 | reader.next();
                    case 14 -> (reader.next() << 8 | reader.next()) * 10;
                    case 15 -> -1;
                    default -> SAMPLE_RATES[code];
                };
        return rate == 0 || rate == stream.sampleRate();
    }

    /** Whether the head of the next frame is at this place. */
    boolean isFollowedBy(ByteWindow bytes, long at, FlacHeader stream) throws IOException {
        FlacFrameHeader next = read(bytes, at, stream);
        return next != null && next.sample() == sample + blockSize;
    }

    /** An upper bound for the bytes of this frame, twice as many as plain PCM would take. */
    int maxBytes(FlacHeader stream) {
        return 2 * blockSize * stream.channels() * (stream.bitDepth() + 1) / 8 + 1024;
    }

    /** Reads on behind the first bytes of a head. */
    private static final class Reader {
        private final ByteWindow bytes;
        private final long start;
        private long at;

        Reader(ByteWindow bytes, long start, int skip) {
            this.bytes = bytes;
            this.start = start;
            this.at = start + skip;
        }

        int next() throws IOException {
            return bytes.at(at++);
        }

        /** A number of up to 36 bits, coded like a character of UTF-8; -1 when it is none. */
        long codedNumber() throws IOException {
            int first = next();
            int more = Integer.numberOfLeadingZeros(~(first << 24)) - 1;
            if (first < 0x80) {
                return first;
            }
            if (more < 1 || more > 6) {
                return -1;
            }
            long number = first & 0x3F >> more;
            for (int i = 0; i < more; i++) {
                int following = next();
                if ((following & 0xC0) != 0x80) {
                    return -1;
                }
                number = number << 6 | following & 0x3F;
            }
            return number;
        }

        /** CRC-8 (x^8 + x^2 + x + 1) of the head so far. */
        int crc() throws IOException {
            int crc = 0;
            for (long i = start; i < Math.min(at, start + MAX_BYTES); i++) {
                crc ^= bytes.at(i);
                for (int bit = 0; bit < 8; bit++) {
                    crc = (crc & 0x80) != 0 ? (crc << 1 ^ 0x07) & 0xFF : crc << 1;
                }
            }
            return crc;
        }
    }
}
