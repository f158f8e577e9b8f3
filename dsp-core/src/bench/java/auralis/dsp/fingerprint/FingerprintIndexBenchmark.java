package auralis.dsp.fingerprint;

import auralis.dsp.fingerprint.FingerprintIndex.Neighbour;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds per search among 100 000 tracks on one thread. The dimensions are independent of one
 * another, one value in twenty is absent: harder than music, in which dimensions go together.
 *
 * <p>{@code mvn -q -Pbench -pl dsp-core test-compile exec:exec -Dbench=FingerprintIndexBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FingerprintIndexBenchmark {
    private static final int TRACKS = 100_000;
    private static final int COUNT = 20;
    private final FingerprintIndex index = new FingerprintIndex();
    private final Random random = new Random(1);

    @Setup
    public void fill() {
        for (int id = 0; id < TRACKS; id++) {
            index.put(id, any());
        }
        index.spans();
    }

    private Fingerprint any() {
        Map<Dimension, Double> values = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            if (random.nextInt(20) > 0) {
                double middle = (dimension.min() + dimension.max()) / 2;
                double spread = (dimension.max() - dimension.min()) / 10;
                values.put(
                        dimension, dimension.limit(middle + spread * random.nextGaussian()));
            }
        }
        return new Fingerprint(values);
    }

    @Benchmark
    public List<Neighbour> nearest20() {
        return index.nearest(random.nextInt(TRACKS), COUNT);
    }

    /** What the first search pays after a hundredth of the library has changed. */
    @Benchmark
    public List<Neighbour> nearest20AfterManyChanges() {
        byte[] same = PackedFingerprint.toBytes(index.get(0).orElseThrow());
        for (int i = 0; i <= TRACKS / 100; i++) {
            index.put(0, same);
        }
        return index.nearest(random.nextInt(TRACKS), COUNT);
    }
}
