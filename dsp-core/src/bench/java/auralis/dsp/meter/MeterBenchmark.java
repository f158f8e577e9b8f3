package auralis.dsp.meter;

import auralis.dsp.Analyzer;
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
 * Ten seconds of stereo at 44.1 kHz per operation, in blocks of 4096: ten times the operations per
 * second is the speed against real time.
 *
 * <p>{@code mvn -q -Pbench -pl dsp-core test-compile exec:exec -Dbench=MeterBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MeterBenchmark {
    private static final int BLOCK = 4096;
    private static final int SECONDS = 10;

    @Param({"music", "noise"})
    public String signal;

    private final LoudnessMeter loudness = new LoudnessMeter();
    private final TruePeakMeter truePeak = new TruePeakMeter();
    private final WaveformAnalyzer waveform = new WaveformAnalyzer();
    private AudioBlock block;

    @Setup
    public void prepare() {
        StreamFormat format = StreamFormat.stereo(44_100);
        int frames = SECONDS * format.sampleRate();
        block =
                AudioBlock.of(
                        signal.equals("music")
                                ? TestSignals.music(format, frames)
                                : TestSignals.noise(format, frames, 0.9, 1));
        loudness.prepare(format, BLOCK);
        truePeak.prepare(format, BLOCK);
        waveform.prepare(format, BLOCK);
    }

    private <R> R measure(Analyzer<R> analyzer) {
        analyzer.reset();
        for (int from = 0; from < block.capacity(); from += BLOCK) {
            analyzer.process(block.window(from, Math.min(block.capacity(), from + BLOCK)));
        }
        return analyzer.result();
    }

    @Benchmark
    public Loudness loudness() {
        return measure(loudness);
    }

    @Benchmark
    public Peaks truePeak() {
        return measure(truePeak);
    }

    @Benchmark
    public WaveformSummary waveform() {
        return measure(waveform);
    }
}
