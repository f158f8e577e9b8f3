package auralis.dsp.fingerprint;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One minute of 44.1 kHz stereo: operations per second times 60 are times real time. What the parts
 * cost, in the order of the analyzer, and their sum with the trace judged at the end.
 *
 * <p>{@code mvn -q -Pbench -pl dsp-core test-compile exec:exec -Dbench=FingerprintBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FingerprintBenchmark {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private static final int SECONDS = 60;
    private static final int BLOCK = 4096;
    private final AudioBlock minute =
            AudioBlock.of(TestSignals.music(FORMAT, SECONDS * FORMAT.sampleRate()));

    @Benchmark
    public Fingerprint whole() {
        FingerprintAnalyzer analyzer = new FingerprintAnalyzer();
        analyzer.prepare(FORMAT, BLOCK);
        eachBlock(analyzer::process);
        return analyzer.result();
    }

    @Benchmark
    public Map<Dimension, Double> levels() {
        return part(new LevelAnalysis(FORMAT, BLOCK));
    }

    @Benchmark
    public Map<Dimension, Double> tone() {
        return part(new ToneAnalysis(FORMAT));
    }

    @Benchmark
    public Map<Dimension, Double> texture() {
        return part(new TextureAnalysis(FORMAT));
    }

    @Benchmark
    public Map<Dimension, Double> rhythm() {
        return part(new RhythmAnalysis(FORMAT));
    }

    @Benchmark
    public Map<Dimension, Double> stereo() {
        return part(new StereoAnalysis(FORMAT, BLOCK));
    }

    private Map<Dimension, Double> part(Analysis analysis) {
        eachBlock(analysis::process);
        Map<Dimension, Double> values = new EnumMap<>(Dimension.class);
        analysis.describe(values);
        return values;
    }

    private void eachBlock(Consumer<AudioBlock> reader) {
        for (int at = 0; at < minute.capacity(); at += BLOCK) {
            reader.accept(minute.window(at, Math.min(minute.capacity(), at + BLOCK)));
        }
    }
}
