package auralis.library.media;

/**
 * Whether what a layer III frame says of itself can be true (ISO/IEC 11172-3 2.4.1.7): a decoder
 * believes it and would turn a damaged frame into noise.
 */
final class SideInformation {
    private static final int MAX_BIG_VALUES = 288;

    private final byte[] frame;
    private final MpegHeader header;
    private int bit;

    private SideInformation(byte[] frame, MpegHeader header) {
        this.frame = frame;
        this.header = header;
        this.bit = 8 * (MpegHeader.BYTES + (header.hasChecksum() ? 2 : 0));
    }

    static boolean isSane(byte[] frame, MpegHeader header) {
        return header.mainBytes() >= 0
                && (!header.hasChecksum() || checksumFits(frame, header))
                && new SideInformation(frame, header).isSane();
    }

    private boolean isSane() {
        boolean mpeg1 = header.isMpeg1();
        int channels = header.channels();
        int reservoirBytes = bits(mpeg1 ? 9 : 8);
        if (mpeg1) {
            bit += channels == 1 ? 5 + 4 : 3 + 8;
        } else {
            bit += channels == 1 ? 1 : 2;
        }
        int mainBits = 0;
        for (int part = 0; part < (mpeg1 ? 2 : 1) * channels; part++) {
            mainBits += bits(12);
            if (bits(9) > MAX_BIG_VALUES || !windowIsSane()) {
                return false;
            }
        }
        return mainBits <= 8 * (reservoirBytes + header.mainBytes());
    }

    /** Steps over a granule behind its big values; a switched window must not be a normal one. */
    private boolean windowIsSane() {
        bit += 8 + (header.isMpeg1() ? 4 : 9);
        boolean switched = bits(1) == 1;
        boolean normal = bits(2) == 0;
        bit += 20 + (header.isMpeg1() ? 3 : 2);
        return !switched || !normal;
    }

    private int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, bit++) {
            value = value << 1 | frame[bit >> 3] >> 7 - (bit & 7) & 1;
        }
        return value;
    }

    /** CRC-16 (0x8005, from all ones) over the last half of the header and the side information. */
    private static boolean checksumFits(byte[] frame, MpegHeader header) {
        int crc = 0xFFFF;
        for (int i = 2; i < MpegHeader.BYTES + 2 + header.sideBytes(); i++) {
            if (i < MpegHeader.BYTES || i >= MpegHeader.BYTES + 2) {
                crc = crc16(crc, frame[i]);
            }
        }
        return crc == ((frame[4] & 0xFF) << 8 | frame[5] & 0xFF);
    }

    private static int crc16(int crc, byte next) {
        crc ^= (next & 0xFF) << 8;
        for (int i = 0; i < 8; i++) {
            crc = (crc & 0x8000) != 0 ? (crc << 1 ^ 0x8005) & 0xFFFF : crc << 1;
        }
        return crc;
    }
}
