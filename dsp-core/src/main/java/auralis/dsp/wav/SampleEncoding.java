package auralis.dsp.wav;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How one sample is stored in a file. Integers are scaled by their container: its most negative
 * value is -1, so narrower samples are expected left-justified in it, as WAV and AIFF define.
 */
enum SampleEncoding {
    /** Offset binary: 128 is silence. */
    UNSIGNED_8(1) {
        @Override
        void decode(ByteBuffer in, int at, int stride, float[] out, int from, int to) {
            for (int i = from; i < to; i++, at += stride) {
                out[i] = ((in.get(at) & 0xFF) - 128) * (1f / 128);
            }
        }
    },
    SIGNED_8(1) {
        @Override
        void decode(ByteBuffer in, int at, int stride, float[] out, int from, int to) {
            for (int i = from; i < to; i++, at += stride) {
                out[i] = in.get(at) * (1f / 128);
            }
        }
    },
    SIGNED_16(2) {
        @Override
        void decode(ByteBuffer in, int at, int stride, float[] out, int from, int to) {
            for (int i = from; i < to; i++, at += stride) {
                out[i] = in.getShort(at) * (1f / 0x8000);
            }
        }
    },
    SIGNED_24(3) {
        @Override
        void decode(ByteBuffer in, int at, int stride, float[] out, int from, int to) {
            int high = in.order() == ByteOrder.LITTLE_ENDIAN ? 2 : 0;
            int low = in.order() == ByteOrder.LITTLE_ENDIAN ? 0 : 1;
            for (int i = from; i < to; i++, at += stride) {
                int sample = in.get(at + high) << 16 | in.getShort(at + low) & 0xFFFF;
                out[i] = sample * (1f / 0x800000);
            }
        }
    },
    SIGNED_32(4) {
        @Override
        void decode(ByteBuffer in, int at, int stride, float[] out, int from, int to) {
            for (int i = from; i < to; i++, at += stride) {
                out[i] = in.getInt(at) * 0x1p-31f;
            }
        }
    },
    FLOAT_32(4) {
        @Override
        void decode(ByteBuffer in, int at, int stride, float[] out, int from, int to) {
            for (int i = from; i < to; i++, at += stride) {
                out[i] = in.getFloat(at);
            }
        }
    },
    FLOAT_64(8) {
        @Override
        void decode(ByteBuffer in, int at, int stride, float[] out, int from, int to) {
            for (int i = from; i < to; i++, at += stride) {
                out[i] = (float) in.getDouble(at);
            }
        }
    },
    A_LAW(1) {
        @Override
        void decode(ByteBuffer in, int at, int stride, float[] out, int from, int to) {
            for (int i = from; i < to; i++, at += stride) {
                out[i] = aLaw(in.get(at)) * (1f / 0x8000);
            }
        }
    },
    MU_LAW(1) {
        @Override
        void decode(ByteBuffer in, int at, int stride, float[] out, int from, int to) {
            for (int i = from; i < to; i++, at += stride) {
                out[i] = muLaw(in.get(at)) * (1f / 0x8000);
            }
        }
    };

    private final int bytes;

    SampleEncoding(int bytes) {
        this.bytes = bytes;
    }

    /** The bytes of one sample. */
    int bytes() {
        return bytes;
    }

    boolean isFloat() {
        return this == FLOAT_32 || this == FLOAT_64;
    }

    /**
     * Reads {@code out[from..to)} from the bytes at {@code at}, {@code at + stride} … in the
     * buffer's byte order.
     */
    abstract void decode(ByteBuffer in, int at, int stride, float[] out, int from, int to);

    /** The signed integer of so many bytes (1..4). */
    static SampleEncoding signed(int bytes) {
        return switch (bytes) {
            case 1 -> SIGNED_8;
            case 2 -> SIGNED_16;
            case 3 -> SIGNED_24;
            default -> SIGNED_32;
        };
    }

    /** ITU-T G.711 A-law to 16-bit linear: even bits inverted, 3 bits of segment, 4 of mantissa. */
    private static int aLaw(byte code) {
        int bits = (code ^ 0x55) & 0xFF;
        int segment = bits >> 4 & 7;
        int mantissa = (bits & 15) << 4 | 8;
        int size = segment == 0 ? mantissa : (mantissa | 0x100) << segment - 1;
        return (bits & 0x80) != 0 ? size : -size;
    }

    /** ITU-T G.711 µ-law to 16-bit linear: all bits inverted, bias 132. */
    private static int muLaw(byte code) {
        int bits = ~code & 0xFF;
        int size = (((bits & 15) << 3 | 0x84) << (bits >> 4 & 7)) - 0x84;
        return (bits & 0x80) != 0 ? -size : size;
    }
}
