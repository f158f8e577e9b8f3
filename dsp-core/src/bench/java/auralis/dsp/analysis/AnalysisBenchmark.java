package auralis.dsp.analysis;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.fingerprint.FingerprintAnalyzer;
import auralis.dsp.meter.TruePeakMeter;
import auralis.dsp.meter.WaveformAnalyzer;
import auralis.dsp.spectrum.LongTermSpectrum;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
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
 * The whole analysis of one minute of 44.1 kHz stereo: operations per second times 60 are times
 * real time. {@code oneThread} is what the goal is about, {@code twoThreads} how it is called; the
 * others are its parts.
 *
 * <p>{@code mvn -q -Pbench -pl dsp-core test-compile exec:exec -Dbench=AnalysisBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AnalysisBenchmark {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private static final int FRAMES = 60 * FORMAT.sampleRate();
    private static final int BLOCK = 8192;
    private final float[][] minute = TestSignals.music(FORMAT, FRAMES);

    @Benchmark
    public Object oneThread() {
        return results(
                new TruePeakMeter(),
                new FingerprintAnalyzer(),
                new LongTermSpectrum(),
                new WaveformAnalyzer());
    }

    @Benchmark
    public TrackAnalysis twoThreads() throws IOException, InterruptedException {
        return TrackAnalyzer.analyze(new Minute(), Progress.NONE);
    }

    @Benchmark
    public Object truePeak() {
        return results(new TruePeakMeter());
    }

    /** With loudness. */
    @Benchmark
    public Object fingerprint() {
        return results(new FingerprintAnalyzer());
    }

    @Benchmark
    public Object longTermSpectrum() {
        return results(new LongTermSpectrum());
    }

    @Benchmark
    public Object waveform() {
        return results(new WaveformAnalyzer());
    }

    private List<?> results(Analyzer<?>... analyzers) {
        for (Analyzer<?> analyzer : analyzers) {
            analyzer.prepare(FORMAT, BLOCK);
        }
        AudioBlock all = AudioBlock.of(minute);
        for (int at = 0; at < FRAMES; at += BLOCK) {
            all.window(at, Math.min(FRAMES, at + BLOCK));
            for (Analyzer<?> analyzer : analyzers) {
                analyzer.process(all);
            }
        }
        return List.of(analyzers).stream().map(Analyzer::result).toList();
    }

    private final class Minute implements AudioSource {
        private int at;

        @Override
        public StreamFormat format() {
            return FORMAT;
        }

        @Override
        public OptionalLong frames() {
            return OptionalLong.of(FRAMES);
        }

        @Override
        public int read(AudioBlock block) {
            int frames = Math.min(block.frames(), FRAMES - at);
            for (int c = 0; c < minute.length; c++) {
                System.arraycopy(minute[c], at, block.plane(c), block.from(), frames);
            }
            at += frames;
            return frames > 0 ? frames : -1;
        }

        @Override
        public void seek(long frame) {
            at = (int) frame;
        }

        @Override
        public void close() {}
    }
}
