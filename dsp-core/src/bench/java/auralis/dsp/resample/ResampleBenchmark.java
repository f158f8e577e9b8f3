package auralis.dsp.resample;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Conversion of 10 s of stereo; the score is how many times faster than real time.
 *
 * <p>{@code mvn -q -Pbench -pl dsp-core test-compile exec:exec -Dbench=ResampleBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(ResampleBenchmark.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ResampleBenchmark {
    static final int SECONDS = 10;

    @Param({"44100-48000", "48000-44100", "96000-44100", "48000-96000"})
    String rates;

    private AudioSource source;
    private AudioBlock block;

    @Setup
    public void setUp() {
        String[] fromTo = rates.split("-");
        StreamFormat format = StreamFormat.stereo(Integer.parseInt(fromTo[0]));
        float[][] music = TestSignals.music(format, SECONDS * format.sampleRate());
        source =
                ResampledSource.of(
                        new PlaneSource(format, music), Integer.parseInt(fromTo[1]));
        block = new AudioBlock(2, 4096);
    }

    @Benchmark
    public float convert() throws IOException {
        float sum = 0;
        source.seek(0);
        while (source.read(block.all()) >= 0) {
            sum += block.plane(0)[0];
        }
        return sum;
    }
}
