package auralis.dsp.fingerprint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;

/** A fingerprint as 25 little-endian floats in the order of the dimensions, NaN where absent. */
public final class PackedFingerprint {
    private PackedFingerprint() {}

    public static byte[] toBytes(Fingerprint fingerprint) {
        Dimension[] dimensions = Dimension.values();
        ByteBuffer bytes =
                ByteBuffer.allocate(dimensions.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Dimension dimension : dimensions) {
            bytes.putFloat((float) fingerprint.get(dimension).orElse(Double.NaN));
        }
        return bytes.array();
    }

    public static Fingerprint of(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        Map<Dimension, Double> values = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            float value = bytes.getFloat();
            if (!Float.isNaN(value)) {
                values.put(dimension, (double) value);
            }
        }
        return new Fingerprint(values);
    }
}
