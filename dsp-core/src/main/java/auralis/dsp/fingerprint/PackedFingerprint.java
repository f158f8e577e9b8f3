package auralis.dsp.fingerprint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.EnumMap;
import java.util.Map;

/**
 * Fingerprints as 25 floats in the order of {@link Dimension}, NaN where there is no value; in
 * bytes, little-endian. Whoever stores them keeps {@link Fingerprint#VERSION} beside them.
 */
public final class PackedFingerprint {
    /** Numbers of a fingerprint. */
    static final int LENGTH = Dimension.values().length;

    private static final Dimension[] DIMENSIONS = Dimension.values();

    private PackedFingerprint() {}

    /** 100 bytes. */
    public static byte[] toBytes(Fingerprint fingerprint) {
        byte[] bytes = new byte[LENGTH * Float.BYTES];
        floats(bytes).put(toFloats(fingerprint));
        return bytes;
    }

    /** The fingerprint, its numbers rounded to float. */
    public static Fingerprint of(byte[] bytes) {
        return of(toFloats(bytes), 0);
    }

    static float[] toFloats(byte[] bytes) {
        if (bytes.length != LENGTH * Float.BYTES) {
            throw new IllegalArgumentException("a fingerprint of " + bytes.length + " bytes");
        }
        float[] values = new float[LENGTH];
        floats(bytes).get(values);
        return values;
    }

    static float[] toFloats(Fingerprint fingerprint) {
        float[] values = new float[LENGTH];
        for (Dimension dimension : DIMENSIONS) {
            values[dimension.ordinal()] = (float) fingerprint.get(dimension).orElse(Double.NaN);
        }
        return values;
    }

    static Fingerprint of(float[] values, int from) {
        Map<Dimension, Double> present = new EnumMap<>(Dimension.class);
        for (Dimension dimension : DIMENSIONS) {
            float value = values[from + dimension.ordinal()];
            if (!Float.isNaN(value)) {
                present.put(dimension, (double) value);
            }
        }
        return new Fingerprint(present);
    }

    private static FloatBuffer floats(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }
}
