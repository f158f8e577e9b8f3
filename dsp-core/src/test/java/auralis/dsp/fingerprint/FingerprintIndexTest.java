package auralis.dsp.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.fingerprint.FingerprintDistance.Span;
import auralis.dsp.fingerprint.FingerprintIndex.Neighbour;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FingerprintIndexTest {
    private final Random random = new Random(25);
    private final FingerprintIndex index = new FingerprintIndex();
    private final Map<Long, Fingerprint> library = new HashMap<>();

    @BeforeEach
    void fill() {
        for (long i = 0; i < 500; i++) {
            put(i * 7);
        }
    }

    @Test
    void findsWhatTheSlowDistanceFinds() {
        for (long id = 0; id < 500 * 7; id += 35) {
            assertLikeTheReference(id, 20);
        }
    }

    @Test
    void staysRightWhileTracksComeAndGo() {
        for (int i = 0; i < 400; i++) {
            long id = 7L * random.nextInt(600);
            if (random.nextBoolean()) {
                put(id);
            } else {
                index.remove(id);
                library.remove(id);
            }
        }
        assertThat(index.size()).isEqualTo(library.size());
        library.forEach(
                (id, track) ->
                        assertThat(index.get(id).orElseThrow())
                                .isEqualTo(PackedFingerprint.of(PackedFingerprint.toBytes(track))));
        library.keySet().stream().limit(50).forEach(id -> assertLikeTheReference(id, 20));
    }

    @Test
    void findsAllWhenThereAreFewer() {
        assertLikeTheReference(0, 10_000);
        assertThat(index.nearest(0, 10_000)).hasSize(499);
    }

    @Test
    void findsForTracksThatAreNotInIt() {
        Fingerprint stranger = any();
        List<Neighbour> nearest = index.nearest(stranger, 3);
        assertThat(nearest).hasSize(3);
        assertThat(nearest.get(0).distance())
                .isCloseTo(
                        library.values().stream()
                                .mapToDouble(track -> reference().between(stranger, track))
                                .min()
                                .getAsDouble(),
                        within(1e-6));
        assertThat(index.nearest(-1, 3)).isEmpty();
    }

    @Test
    void takesStoredOnes() {
        byte[] stored = PackedFingerprint.toBytes(library.get(21L));
        index.put(-5, stored);
        assertThat(index.nearest(21, 1)).containsExactly(new Neighbour(-5, 0));
        assertThat(index.nearest(library.get(21L), 2))
                .as("of equal ones the smaller id first")
                .extracting(Neighbour::id)
                .containsExactly(-5L, 21L);
    }

    @Test
    void whatCannotBeComparedIsNoNeighbour() {
        index.put(-1, new Fingerprint(Map.of()));
        assertThat(index.nearest(-1, 5)).isEmpty();
        assertThat(index.nearest(0, 1000)).extracting(Neighbour::id).doesNotContain(-1L);
        FingerprintIndex lonely = new FingerprintIndex();
        assertThat(lonely.nearest(any(), 5)).isEmpty();
        lonely.put(1, any());
        assertThat(lonely.nearest(1, 5)).isEmpty();
    }

    @Test
    void spansAreThe5thAnd95thPercentile() {
        FingerprintIndex hundred = new FingerprintIndex();
        for (int i = 100; i >= 0; i--) {
            hundred.put(i, new Fingerprint(Map.of(Dimension.LUFS, -(double) i / 2)));
        }
        assertThat(hundred.spans()).isEqualTo(Map.of(Dimension.LUFS, new Span(-47.5, -2.5)));
    }

    @Test
    void spansOfManyTracksComeFromAllOfThem() {
        FingerprintIndex many = new FingerprintIndex();
        for (int i = 0; i < 25_000; i++) {
            many.put(i, new Fingerprint(Map.of(Dimension.BASS, i / 25_000.0)));
        }
        Span span = many.spans().get(Dimension.BASS);
        assertThat(span.low()).isCloseTo(0.05, within(0.001));
        assertThat(span.high()).isCloseTo(0.95, within(0.001));
    }

    private void assertLikeTheReference(long id, int count) {
        FingerprintDistance reference = reference();
        Fingerprint centre = library.get(id);
        List<Double> expected =
                library.entrySet().stream()
                        .filter(entry -> entry.getKey() != id)
                        .map(entry -> reference.between(centre, entry.getValue()))
                        .sorted(Comparator.naturalOrder())
                        .limit(count)
                        .toList();
        List<Neighbour> nearest = index.nearest(id, count);
        assertThat(nearest).hasSameSizeAs(expected);
        for (int i = 0; i < nearest.size(); i++) {
            Neighbour neighbour = nearest.get(i);
            assertThat(neighbour.distance()).isCloseTo(expected.get(i), within(1e-6));
            assertThat(neighbour.distance())
                    .isCloseTo(
                            reference.between(centre, library.get(neighbour.id())), within(1e-6));
        }
    }

    private FingerprintDistance reference() {
        return new FingerprintDistance(index.spans(), Map.of());
    }

    private void put(long id) {
        Fingerprint fingerprint = any();
        library.put(id, fingerprint);
        index.put(id, fingerprint);
    }

    /** Each dimension anywhere in its range, one in ten absent. */
    private Fingerprint any() {
        Map<Dimension, Double> values = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            if (random.nextInt(10) > 0) {
                double range = dimension.max() - dimension.min();
                values.put(dimension, dimension.min() + random.nextDouble() * range);
            }
        }
        return new Fingerprint(values);
    }
}
