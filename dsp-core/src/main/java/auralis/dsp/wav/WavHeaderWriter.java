package auralis.dsp.wav;

import auralis.dsp.StreamFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes before the samples of a WAV file, of the same number however long the file becomes: a
 * JUNK chunk keeps the place that the ds64 chunk of RF64 (EBU Tech 3306) needs past 4 GiB. The
 * extensible format is used where Microsoft's documentation asks for it: more than two channels or
 * more than 16 bits.
 */
final class WavHeaderWriter {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int UNKNOWN = 0xFFFF_FFFF;

    private static final int RIFF_BYTES = 12;
    private static final int DS64_BYTES = 28;

    /** The last twelve bytes of the GUIDs of PCM and float, whose first four are the old tag. */
    private static final byte[] SUBFORMAT_TAIL = {
        0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
    };

    private final StreamFormat format;
    private final int bitDepth;
    private final boolean extensible;

    /**
     * @param bitDepth 16 or 24 (integers), or 32 (float)
     */
    WavHeaderWriter(StreamFormat format, int bitDepth) {
        if (bitDepth != 16 && bitDepth != 24 && bitDepth != 32) {
            throw new IllegalArgumentException("16, 24 or 32 bits, not " + bitDepth);
        }
        this.format = format;
        this.bitDepth = bitDepth;
        this.extensible = format.channels() > 2 || bitDepth > 16;
    }

    /** The header of a file with so many frames. */
    ByteBuffer bytes(long frames) {
        ByteBuffer out = ByteBuffer.allocate(length()).order(ByteOrder.LITTLE_ENDIAN);
        long dataBytes = frames * frameBytes();
        long riffBytes = length() - 8 + dataBytes + (dataBytes & 1);
        boolean rf64 = riffBytes >= Integer.toUnsignedLong(UNKNOWN);
        id(out, rf64 ? "RF64" : "RIFF").putInt(rf64 ? UNKNOWN : (int) riffBytes);
        id(out, "WAVE");
        ds64(out, rf64, riffBytes, dataBytes, frames);
        fmt(out);
        if (isFloat()) {
            id(out, "fact").putInt(4).putInt(rf64 ? UNKNOWN : (int) frames);
        }
        id(out, "data").putInt(rf64 ? UNKNOWN : (int) dataBytes);
        return out.flip();
    }

    private void ds64(ByteBuffer out, boolean rf64, long riffBytes, long dataBytes, long frames) {
        id(out, rf64 ? "ds64" : "JUNK").putInt(DS64_BYTES);
        out.putLong(rf64 ? riffBytes : 0);
        out.putLong(rf64 ? dataBytes : 0);
        out.putLong(rf64 ? frames : 0);
        out.putInt(0);
    }

    private void fmt(ByteBuffer out) {
        int codec = isFloat() ? FLOAT : PCM;
        id(out, "fmt ").putInt(fmtBytes());
        out.putShort((short) (extensible ? EXTENSIBLE : codec));
        out.putShort((short) format.channels());
        out.putInt(format.sampleRate());
        out.putInt(format.sampleRate() * frameBytes());
        out.putShort((short) frameBytes());
        out.putShort((short) bitDepth);
        if (extensible) {
            out.putShort((short) 22).putShort((short) bitDepth).putInt(format.layout().mask());
            out.putInt(codec).put(SUBFORMAT_TAIL);
        }
    }

    private int length() {
        return RIFF_BYTES + 8 + DS64_BYTES + 8 + fmtBytes() + (isFloat() ? 12 : 0) + 8;
    }

    private int fmtBytes() {
        return extensible ? 40 : 16;
    }

    private int frameBytes() {
        return bitDepth / 8 * format.channels();
    }

    private boolean isFloat() {
        return bitDepth == 32;
    }

    private static ByteBuffer id(ByteBuffer out, String letters) {
        return out.put(letters.getBytes(StandardCharsets.US_ASCII));
    }
}
