package auralis.dsp.effect;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.Map;
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
 * A rack with one effect on 10 s of 44.1 kHz stereo; the score is how many times faster than real
 * time. "none" is the copying around it.
 *
 * <p>{@code mvn -q -Pbench -pl dsp-core test-compile exec:exec -Dbench=EffectBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(EffectBenchmark.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EffectBenchmark {
    static final int SECONDS = 10;
    private static final int BLOCK = 4096;
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);

    /** So that all bands of the equalizer work. */
    private static final Map<String, Double> BANDS =
            Map.of("lowGainDb", 3.0, "lowMidGainDb", -3.0, "highMidGainDb", 2.0, "highGainDb", 1.0);

    @Param({
        "none", "equalizer", "highPass", "lowPass", "compressor", "chorus", "delay", "reverb",
        "gain"
    })
    String effect;

    private float[][] music;
    private AudioBlock block;
    private EffectRack rack;

    @Setup
    public void setUp() {
        music = TestSignals.music(FORMAT, SECONDS * FORMAT.sampleRate());
        block = new AudioBlock(FORMAT.channels(), BLOCK);
        Map<String, Double> values = effect.equals("equalizer") ? BANDS : Map.of();
        RackSettings settings =
                effect.equals("none")
                        ? RackSettings.NONE
                        : RackSettings.of(new EffectSettings(effect, true, values));
        rack = new EffectRack(settings, EffectCatalogue.BUILT_IN);
        rack.prepare(FORMAT, BLOCK);
    }

    @Benchmark
    public float run() {
        float sum = 0;
        for (int from = 0; from < music[0].length; from += BLOCK) {
            int frames = Math.min(BLOCK, music[0].length - from);
            for (int c = 0; c < music.length; c++) {
                System.arraycopy(music[c], from, block.plane(c), 0, frames);
            }
            rack.process(block.first(frames));
            sum += block.plane(0)[0];
        }
        return sum;
    }
}
