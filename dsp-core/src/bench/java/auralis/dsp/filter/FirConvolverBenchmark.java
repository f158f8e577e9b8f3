package auralis.dsp.filter;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
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
 * One second of 44.1 kHz stereo through 4096 taps: operations per second are times real time.
 *
 * <p>{@code mvn -q -Pbench -pl dsp-core test-compile exec:exec -Dbench=FirConvolverBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FirConvolverBenchmark {
    private static final int BLOCK = 4410;
    private final AudioBlock second =
            AudioBlock.of(TestSignals.noise(StreamFormat.stereo(44_100), 44_100, 0.5, 1));
    private final AudioBlock block = new AudioBlock(2, BLOCK);
    private FirConvolver convolver;

    @Setup
    public void prepare() {
        float[] taps = new float[4096];
        for (int i = 0; i < taps.length; i++) {
            taps[i] = (float) (Math.cos(i) * Math.exp(-0.01 * i));
        }
        convolver = new FirConvolver(taps);
        convolver.prepare(StreamFormat.stereo(44_100), BLOCK);
    }

    @Benchmark
    public AudioBlock oneSecond() {
        for (int from = 0; from < 44_100; from += BLOCK) {
            block.copyFrom(second.window(from, from + BLOCK));
            convolver.process(block);
        }
        return block;
    }
}
