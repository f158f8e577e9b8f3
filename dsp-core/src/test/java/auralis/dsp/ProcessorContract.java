package auralis.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link AudioProcessor} promises. A test of a processor extends this class and says how
 * to make one; it may narrow the formats and the properties that do not apply to it.
 */
public abstract class ProcessorContract {
    private static final int FRAMES = 20_000;

    /** A processor at work, not neutral. */
    protected abstract AudioProcessor processor();

    /** The same kind at neutral settings, or null where there is no such thing. */
    protected abstract AudioProcessor neutral();

    /** Whether a swap of left and right at the input only swaps them at the output. */
    protected boolean commutesWithChannelSwap() {
        return true;
    }

    /** Whether silence stays digital silence (false for dither). */
    protected boolean keepsSilence() {
        return true;
    }

    static Stream<StreamFormat> formats() {
        return Stream.of(44_100, 48_000, 96_000)
                .flatMap(rate -> Stream.of(StreamFormat.mono(rate), StreamFormat.stereo(rate)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void silenceStaysSilence(StreamFormat format) {
        assumeTrue(keepsSilence());
        float[][] out =
                run(prepared(processor(), format), new float[format.channels()][FRAMES], 4096);
        for (float[] plane : out) {
            assertThat(AudioBlock.of(plane).peak()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void finiteInGivesFiniteOut(StreamFormat format) {
        float[][] square = TestSignals.square(format, FRAMES, 100, 1.0);
        float[][] denormal = TestSignals.constant(format, FRAMES, 1e-40);
        for (float[][] input : new float[][][] {square, denormal}) {
            for (float[] plane : run(prepared(processor(), format), input, 4096)) {
                // A peak of NaN or infinity is not below it.
                assertThat(AudioBlock.of(plane).peak()).isLessThan(Float.MAX_VALUE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void wholeEqualsSplit(StreamFormat format) {
        float[][] input = TestSignals.music(format, FRAMES);
        float[][] whole = run(prepared(processor(), format), input, FRAMES);
        for (int block : new int[] {1, 64, 65, 4096, -1}) {
            assertIdentical(run(prepared(processor(), format), input, block), whole);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void resetStartsAnew(StreamFormat format) {
        float[][] input = TestSignals.music(format, FRAMES);
        AudioProcessor processor = prepared(processor(), format);
        float[][] first = run(processor, input, 4096);
        processor.reset();
        assertIdentical(run(processor, input, 4096), first);
    }

    @Test
    void swappedChannelsComeOutSwapped() {
        assumeTrue(commutesWithChannelSwap());
        StreamFormat format = StreamFormat.stereo(48_000);
        float[][] input = TestSignals.music(format, FRAMES);
        float[][] straight = run(prepared(processor(), format), input, 4096);
        float[][] swapped =
                run(prepared(processor(), format), new float[][] {input[1], input[0]}, 4096);
        assertIdentical(new float[][] {swapped[1], swapped[0]}, straight);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void neutralOnlyDelaysByItsLatency(StreamFormat format) {
        AudioProcessor neutral = neutral();
        assumeTrue(neutral != null);
        float[][] input = TestSignals.music(format, FRAMES);
        float[][] out = run(prepared(neutral, format), input, 4096);
        int latency = neutral.latency();
        for (int c = 0; c < input.length; c++) {
            assertThat(Arrays.copyOfRange(out[c], latency, FRAMES))
                    .isEqualTo(Arrays.copyOf(input[c], FRAMES - latency));
        }
    }

    @Test
    void latencyIsConstant() {
        StreamFormat format = StreamFormat.stereo(48_000);
        AudioProcessor processor = prepared(processor(), format);
        int latency = processor.latency();
        run(processor, TestSignals.music(format, FRAMES), 4096);
        assertThat(processor.latency()).isEqualTo(latency).isNotNegative();
    }

    @Test
    void processAllocatesNothing() {
        StreamFormat format = StreamFormat.stereo(48_000);
        AudioProcessor processor = prepared(processor(), format);
        AudioBlock block = AudioBlock.of(TestSignals.music(format, FRAMES));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        // The first rounds load classes and compile; after that not one byte may be asked for.
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            processor.process(block);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    private static AudioProcessor prepared(AudioProcessor processor, StreamFormat format) {
        processor.prepare(format, FRAMES);
        return processor;
    }

    /** Runs a copy of the input in blocks of one length, or of uneven lengths (-1). */
    protected static float[][] run(AudioProcessor processor, float[][] input, int blockFrames) {
        float[][] planes = TestSignals.copy(input);
        AudioBlock block = AudioBlock.of(planes);
        Random random = new Random(7);
        int total = planes[0].length;
        for (int from = 0; from < total; ) {
            int frames = blockFrames > 0 ? blockFrames : random.nextInt(3000);
            int to = Math.min(total, from + frames);
            processor.process(block.window(from, to));
            from = to;
        }
        return planes;
    }

    private static void assertIdentical(float[][] actual, float[][] expected) {
        for (int c = 0; c < expected.length; c++) {
            assertThat(actual[c]).isEqualTo(expected[c]);
        }
    }
}
