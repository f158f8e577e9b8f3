package auralis.dsp.wav;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds the bytes of a file by hand, in a byte order. */
final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    private Bytes(ByteOrder order) {
        this.order = order;
    }

    static Bytes little() {
        return new Bytes(ByteOrder.LITTLE_ENDIAN);
    }

    static Bytes big() {
        return new Bytes(ByteOrder.BIG_ENDIAN);
    }

    Bytes text(String text) {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Bytes raw(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Bytes hex(String hex) {
        return raw(new java.math.BigInteger("01" + hex.replace(" ", ""), 16).toByteArray(), 1);
    }

    private Bytes raw(byte[] bytes, int from) {
        out.write(bytes, from, bytes.length - from);
        return this;
    }

    Bytes u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    Bytes u16(int... values) {
        for (int value : values) {
            raw(ByteBuffer.allocate(2).order(order).putShort((short) value).array());
        }
        return this;
    }

    Bytes u24(int... values) {
        for (int value : values) {
            byte[] four = ByteBuffer.allocate(4).order(order).putInt(value).array();
            int from = order == ByteOrder.LITTLE_ENDIAN ? 0 : 1;
            out.write(four, from, 3);
        }
        return this;
    }

    Bytes u32(long... values) {
        for (long value : values) {
            raw(ByteBuffer.allocate(4).order(order).putInt((int) value).array());
        }
        return this;
    }

    Bytes u64(long... values) {
        for (long value : values) {
            raw(ByteBuffer.allocate(8).order(order).putLong(value).array());
        }
        return this;
    }

    Bytes f32(float... values) {
        for (float value : values) {
            u32(Float.floatToRawIntBits(value));
        }
        return this;
    }

    Bytes f64(double... values) {
        for (double value : values) {
            u64(Double.doubleToRawLongBits(value));
        }
        return this;
    }

    Bytes chunk(String id, Bytes content) {
        text(id).u32(content.size()).raw(content.array());
        return content.size() % 2 == 0 ? this : u8(0);
    }

    int size() {
        return out.size();
    }

    byte[] array() {
        return out.toByteArray();
    }
}
