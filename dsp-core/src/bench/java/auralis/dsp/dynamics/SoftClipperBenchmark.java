package auralis.dsp.dynamics;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The soft clipper, touched by every kick, on 10 s of 44.1 kHz stereo; the score is how many times faster than real time.
 *
 * <p>{@code mvn -q -Pbench -pl dsp-core test-compile exec:exec -Dbench=SoftClipperBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(SoftClipperBenchmark.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SoftClipperBenchmark {
    static final int SECONDS = 10;
    private static final int BLOCK = 4096;
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);

    private float[][] music;
    private AudioBlock block;
    private SoftClipper clipper;

    @Setup
    public void setUp() {
        music = TestSignals.music(FORMAT, SECONDS * FORMAT.sampleRate());
        block = new AudioBlock(FORMAT.channels(), BLOCK);
        clipper = new SoftClipper(-2, 1.5);
        clipper.prepare(FORMAT, BLOCK);
    }

    @Benchmark
    public float clip() {
        float sum = 0;
        for (int from = 0; from < music[0].length; from += BLOCK) {
            int frames = Math.min(BLOCK, music[0].length - from);
            for (int c = 0; c < music.length; c++) {
                System.arraycopy(music[c], from, block.plane(c), 0, frames);
            }
            clipper.process(block.first(frames));
            sum += block.plane(0)[0];
        }
        return sum;
    }
}
