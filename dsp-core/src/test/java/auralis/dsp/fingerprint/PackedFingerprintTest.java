package auralis.dsp.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackedFingerprintTest {
    @Test
    void isFloatsInTheOrderOfTheDimensions() {
        Map<Dimension, Double> values = new EnumMap<>(Dimension.class);
        values.put(Dimension.SUB_BASS, 0.25);
        values.put(Dimension.LUFS, -14.1);
        values.put(Dimension.PHASE_CORRELATION, -1.0);
        byte[] bytes = PackedFingerprint.toBytes(new Fingerprint(values));
        ByteBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes).hasSize(100);
        assertThat(floats.getFloat(0)).isEqualTo(0.25f);
        assertThat(floats.getFloat(4)).isNaN();
        assertThat(floats.getFloat(7 * 4)).isEqualTo(-14.1f);
        assertThat(floats.getFloat(24 * 4)).isEqualTo(-1f);
        values.put(Dimension.LUFS, (double) -14.1f);
        assertThat(PackedFingerprint.of(bytes)).isEqualTo(new Fingerprint(values));
    }

    @Test
    void theEndsOfARangeStayInIt() {
        for (Dimension dimension : Dimension.values()) {
            Map<Dimension, Double> values =
                    Map.of(dimension, dimension.min() + Math.ulp(dimension.min()));
            Fingerprint least = new Fingerprint(values);
            assertThat(PackedFingerprint.of(PackedFingerprint.toBytes(least)).get(dimension))
                    .isPresent();
        }
        assertThatThrownBy(() -> PackedFingerprint.of(new byte[99]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
