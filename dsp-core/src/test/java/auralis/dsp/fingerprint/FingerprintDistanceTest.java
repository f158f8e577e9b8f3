package auralis.dsp.fingerprint;

import static auralis.dsp.fingerprint.Dimension.BASS;
import static auralis.dsp.fingerprint.Dimension.LUFS;
import static auralis.dsp.fingerprint.Dimension.TEMPO_BPM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.fingerprint.FingerprintDistance.Contrast;
import auralis.dsp.fingerprint.FingerprintDistance.Span;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintDistanceTest {
    private static final Map<Dimension, Span> SPANS =
            Map.of(LUFS, new Span(-20, -10), TEMPO_BPM, new Span(80, 180));

    @Test
    void isTheWeightedMeanOfScaledDifferences() {
        Fingerprint a = new Fingerprint(Map.of(LUFS, -14.0, TEMPO_BPM, 120.0, BASS, 0.1));
        Fingerprint b = new Fingerprint(Map.of(LUFS, -11.0, TEMPO_BPM, 160.0, BASS, 0.9));
        FingerprintDistance even = new FingerprintDistance(SPANS, Map.of());
        assertThat(even.between(a, b)).isCloseTo(Math.sqrt(0.125), within(1e-12));
        assertThat(even.between(b, a)).isEqualTo(even.between(a, b));
        assertThat(even.between(a, a)).isZero();
        FingerprintDistance weighted = new FingerprintDistance(SPANS, Map.of(TEMPO_BPM, 3.0));
        assertThat(weighted.between(a, b)).isCloseTo(Math.sqrt(0.1425), within(1e-12));
    }

    @Test
    void explainsTheNearestFirst() {
        Fingerprint a = new Fingerprint(Map.of(LUFS, -14.0, TEMPO_BPM, 120.0));
        Fingerprint b = new Fingerprint(Map.of(LUFS, -11.0, TEMPO_BPM, 121.0));
        assertThat(new FingerprintDistance(SPANS, Map.of()).explain(a, b))
                .extracting(Contrast::dimension)
                .containsExactly(TEMPO_BPM, LUFS);
    }

    @Test
    void leavesOutWhatOneLacks() {
        Fingerprint drone = new Fingerprint(Map.of(LUFS, -14.0));
        Fingerprint song = new Fingerprint(Map.of(LUFS, -12.0, TEMPO_BPM, 121.0));
        FingerprintDistance distance = new FingerprintDistance(SPANS, Map.of());
        assertThat(distance.between(drone, song)).isCloseTo(0.2, within(1e-12));
        Fingerprint silence = new Fingerprint(Map.of());
        assertThat(distance.between(drone, silence)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aFingerprintHoldsNumbersInRangeOnly() {
        for (double value : new double[] {Double.NaN, 1.01, -0.01, Double.POSITIVE_INFINITY}) {
            Map<Dimension, Double> values = new HashMap<>(Map.of(BASS, value));
            assertThatThrownBy(() -> new Fingerprint(values))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("bass");
        }
    }
}
