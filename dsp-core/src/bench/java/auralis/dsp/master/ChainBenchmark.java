package auralis.dsp.master;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.MemorySource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.analysis.TrackAnalyzer;
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
 * The whole chain on 10 s of 44.1 kHz stereo; the score is how many times faster than real time.
 * The plans are those that the planner makes: at intensity 0; for the music at −20 LUFS, so that
 * the limiter meets a peak now and then; for the same with a target of −9 LUFS, where it always
 * works; and for the music driven into clipping, which is expanded.
 *
 * <p>{@code mvn -q -Pbench -pl dsp-core test-compile exec:exec -Dbench=ChainBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(ChainBenchmark.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ChainBenchmark {
    static final int SECONDS = 10;
    private static final int BLOCK = 8192;
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private static final double LUFS = -20;
    private static final double LOUD_LUFS = -9;
    private static final double CLIPPING_DB = 14;

    @Param({"neutral", "typical", "loud", "restored"})
    String plan;

    private float[][] music;
    private AudioBlock block;
    private MasteringChain chain;

    @Setup
    public void setUp() throws IOException, InterruptedException {
        music = TestSignals.music(FORMAT, SECONDS * FORMAT.sampleRate());
        amplify(LUFS - planned(MasteringSettings.ADAPTIVE).sourceLufs);
        if (plan.equals("restored")) {
            amplify(CLIPPING_DB);
            clip();
        }
        MasteringSettings settings =
                plan.equals("loud")
                        ? MasteringSettings.ADAPTIVE.withTarget(LOUD_LUFS)
                        : MasteringSettings.ADAPTIVE;
        chain =
                new MasteringChain(
                        planned(settings.withIntensity(plan.equals("neutral") ? 0 : 1)).plan);
        chain.prepare(FORMAT, BLOCK);
        block = new AudioBlock(FORMAT.channels(), BLOCK);
    }

    private record Planned(double sourceLufs, MasteringPlan plan) {}

    private Planned planned(MasteringSettings settings) throws IOException, InterruptedException {
        var analysis = TrackAnalyzer.analyze(new MemorySource(FORMAT, music), Progress.NONE);
        return new Planned(
                analysis.loudness().integratedLufs().orElseThrow(),
                MasteringPlanner.provisional(analysis, settings));
    }

    private void amplify(double db) {
        float gain = (float) Decibels.toGain(db);
        for (float[] plane : music) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= gain;
            }
        }
    }

    private void clip() {
        for (float[] plane : music) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Math.max(-1, Math.min(1, plane[i]));
            }
        }
    }

    @Benchmark
    public float master() {
        float sum = 0;
        for (int from = 0; from < music[0].length; from += BLOCK) {
            int frames = Math.min(BLOCK, music[0].length - from);
            for (int c = 0; c < music.length; c++) {
                System.arraycopy(music[c], from, block.plane(c), 0, frames);
            }
            chain.process(block.first(frames));
            sum += block.plane(0)[0];
        }
        return sum;
    }
}
