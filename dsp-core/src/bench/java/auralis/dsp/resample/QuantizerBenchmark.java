package auralis.dsp.resample;

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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Rounding of 1 s of 44.1 kHz stereo to 16 bits; the score is how many times faster than real time.
 *
 * <p>{@code mvn -q -Pbench -pl dsp-core test-compile exec:exec -Dbench=QuantizerBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class QuantizerBenchmark {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);

    @Param({"NONE", "TPDF", "SHAPED"})
    Dither dither;

    private AudioBlock block;
    private Quantizer quantizer;

    @Setup
    public void setUp() {
        block = AudioBlock.of(TestSignals.music(FORMAT, FORMAT.sampleRate()));
        quantizer = new Quantizer(16, dither, 1);
        quantizer.prepare(FORMAT, block.capacity());
    }

    @Benchmark
    public float quantize() {
        quantizer.process(block);
        return block.plane(0)[0];
    }
}
