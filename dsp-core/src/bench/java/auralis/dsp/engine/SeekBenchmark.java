package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Decibels;
import auralis.dsp.MemorySource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.master.MasteringChain;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a seek to a place nobody was at until 100 ms of the mastered side can be read, or from
 * another chain until it can be faded over to, in 44.1 kHz stereo: the score is that time by the
 * clock. The time that the renderer's thread worked for it,
 * and how far what is heard at first is from a run from the start, are printed behind each trial.
 * Decoding takes as long as that of the slower formats, 1/130 of the music's length on the machine
 * that the chain masters it 70 times faster than real time on.
 *
 * <p>{@code mvn -q -Pbench -pl dsp-core test-compile exec:exec -Dbench=SeekBenchmark}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 20)
@Measurement(iterations = 50)
public class SeekBenchmark {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private static final int TRACK_SECONDS = 120;
    private static final int PRIME_FRAMES = 4410;
    private static final int MEASURED = 50;

    /** The pre-roll of drafts; 5 is without drafts. */
    @Param({"5", "1"})
    double draftSeconds;

    /** Plans as in ChainBenchmark: that of music with few peaks, and of clipped music. */
    @Param({"typical", "restored"})
    String plan;

    @Param({"seek", "chain"})
    String action;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Random random = new Random(1);
    private final AudioBlock dry = new AudioBlock(2, PRIME_FRAMES);
    private final AudioBlock mastered = new AudioBlock(2, PRIME_FRAMES);
    private final double[] cpuMs = new double[MEASURED];
    private final double[] differenceDb = new double[MEASURED];
    private float[][] music;
    private float[][] whole;
    private MasteringPlan made;
    private PlaybackRenderer renderer;
    private long thread;
    private long frame;
    private long cpuBefore;
    private int count;

    @Setup
    public void setUp() throws IOException, InterruptedException {
        music = TestSignals.music(FORMAT, TRACK_SECONDS * FORMAT.sampleRate());
        float gain = (float) Decibels.toGain(plan.equals("typical") ? -12 : 6);
        for (float[] plane : music) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Math.max(-1, Math.min(1, plane[i] * gain));
            }
        }
        var analysis = TrackAnalyzer.analyze(new MemorySource(FORMAT, music), Progress.NONE);
        made = MasteringPlanner.provisional(analysis, MasteringSettings.ADAPTIVE);
        whole =
                MemorySource.readAll(
                        new ProcessedSource(
                                new MemorySource(FORMAT, music), new MasteringChain(made)),
                        8192);
        renderer =
                new PlaybackRenderer(
                        new Predicted(music),
                        null,
                        new RenderCache(0),
                        null,
                        0,
                        Spans.of(
                                FORMAT, Spans.AHEAD_SECONDS, Spans.PRE_ROLL_SECONDS, draftSeconds));
        renderer.chain(new MasteringChain(made), null);
        await(() -> renderer.settled());
        thread = rendererThread();
    }

    private long rendererThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("renderer"))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** The renderer is at rest, as it is while a listener hears what is ahead. */
    @Setup(Level.Invocation)
    public void rest() throws InterruptedException {
        long before;
        do {
            before = threads.getThreadCpuTime(thread);
            Thread.sleep(100);
        } while (threads.getThreadCpuTime(thread) - before > 2_000_000);
        frame = 6L * FORMAT.sampleRate() + random.nextInt(music[0].length * 3 / 4);
        if (action.equals("chain")) {
            renderer.chain(null, null);
            renderer.seek(frame);
            int ahead = (int) FORMAT.frames(Spans.AHEAD_SECONDS);
            await(() -> renderer.ready(renderer.generation(), ahead, true));
        }
        cpuBefore = threads.getThreadCpuTime(thread);
    }

    @Benchmark
    public void hear() {
        if (action.equals("chain")) {
            renderer.chain(new MasteringChain(made), null);
            await(() -> renderer.masteredReady());
            return;
        }
        renderer.seek(frame);
        int generation = renderer.generation();
        await(() -> renderer.ready(generation, PRIME_FRAMES, true));
    }

    @TearDown(Level.Invocation)
    public void look() {
        int at = count++ % MEASURED;
        cpuMs[at] = (threads.getThreadCpuTime(thread) - cpuBefore) / 1e6;
        renderer.read(renderer.generation(), dry.all(), mastered.all(), true);
        double peak = 0;
        for (int i = 0; i < mastered.frames(); i++) {
            peak = Math.max(peak, Math.abs(mastered.plane(0)[i] - whole[0][(int) frame + i]));
        }
        differenceDb[at] = Decibels.ofGain(peak);
    }

    @TearDown
    public void report() {
        renderer.close();
        Arrays.sort(cpuMs);
        Arrays.sort(differenceDb);
        System.out.printf(
                "%n%s, %s, draft %.2f s: CPU median %.1f ms, largest %.1f ms;"
                        + " difference median %.0f dBFS, largest %.0f dBFS%n",
                action,
                plan,
                draftSeconds,
                cpuMs[MEASURED / 2],
                cpuMs[MEASURED - 1],
                differenceDb[MEASURED / 2],
                differenceDb[MEASURED - 1]);
    }

    /** A track that takes a decoder's time to read. */
    private static final class Predicted implements AudioSource {
        private static final int ORDER = 32;
        private final MemorySource source;
        private final double[] history = new double[ORDER];

        /** Written so that the work is not optimised away. */
        private double last;

        Predicted(float[][] planes) {
            this.source = new MemorySource(FORMAT, planes);
        }

        @Override
        public StreamFormat format() {
            return FORMAT;
        }

        @Override
        public OptionalLong frames() {
            return source.frames();
        }

        @Override
        public int read(AudioBlock block) {
            int frames = source.read(block);
            for (int c = 0; c < block.channels(); c++) {
                float[] plane = block.plane(c);
                for (int i = 0; i < frames; i++) {
                    predict(plane[block.from() + i], i);
                }
            }
            return frames;
        }

        private void predict(float sample, int i) {
            double sum = sample;
            for (double past : history) {
                sum = sum * 0.5 + past;
            }
            history[i % ORDER] = sum * 1e-3;
            last = sum;
        }

        @Override
        public void seek(long frame) {
            source.seek(frame);
        }

        @Override
        public void close() {
            history[0] = last;
        }
    }
}
