package auralis.dsp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeterTapTest {
    private static final StreamFormat STEREO = StreamFormat.stereo(8_000);

    private final MeterTap tap = new MeterTap();

    /** Keeps all it is told. */
    private static final class Kept implements MeterTap.Listener {
        private final List<String> blocks = new ArrayList<>();
        private final List<Float> original = new ArrayList<>();
        private final List<Float> mastered = new ArrayList<>();

        @Override
        public void block(StreamFormat format, long track, int resets, double reductionDb) {
            blocks.add(format.sampleRate() + " " + track + " " + resets + " " + reductionDb);
        }

        @Override
        public void sound(AudioBlock originalPart, AudioBlock masteredPart) {
            add(originalPart, original);
            add(masteredPart, mastered);
        }

        private static void add(AudioBlock part, List<Float> to) {
            for (int i = part.from(); i < part.to(); i++) {
                to.add(part.plane(0)[i]);
                to.add(part.plane(1)[i]);
            }
        }
    }

    @Test
    void whatIsWrittenIsReadOnceAndWhole() {
        tap.open(STEREO);
        AudioBlock original = AudioBlock.of(TestSignals.noise(STEREO, 40_000, 1, 1));
        AudioBlock mastered = AudioBlock.of(TestSignals.noise(STEREO, 40_000, 1, 2));
        Kept kept = new Kept();
        Random random = new Random(3);
        int at = 0;
        while (at < original.capacity()) {
            int to = Math.min(original.capacity(), at + 1 + random.nextInt(700));
            tap.write(7, original.window(at, to), mastered.window(at, to), 1.5);
            at = to;
            if (random.nextInt(4) == 0) {
                tap.drain(kept);
            }
        }
        tap.drain(kept);
        assertThat(tap.drain(kept)).isFalse();
        assertThat(tap.dropped()).isZero();
        assertThat(kept.blocks).containsOnly("8000 7 0 1.5");
        Kept expected = new Kept();
        expected.sound(original.all(), mastered.all());
        assertThat(kept.original).isEqualTo(expected.original);
        assertThat(kept.mastered).isEqualTo(expected.mastered);
    }

    @Test
    void dropsAndCountsWhatNobodyReads() {
        AudioBlock block = new AudioBlock(2, 80);
        tap.write(1, block, block, 0);
        assertThat(tap.dropped()).as("before it is open").isEqualTo(1);
        tap.open(STEREO);
        for (int i = 0; i < 110; i++) {
            tap.write(1, block, block, 0);
        }
        assertThat(tap.dropped()).as("a second has 100").isEqualTo(11);
        Kept kept = new Kept();
        tap.drain(kept);
        assertThat(kept.blocks).hasSize(100);
        tap.write(1, block, block, 0);
        assertThat(tap.dropped()).as("there is room again").isEqualTo(11);
    }

    @Test
    void aBlockOfAnotherFormatIsDropped() {
        tap.open(StreamFormat.mono(8_000));
        tap.write(1, new AudioBlock(2, 80), new AudioBlock(2, 80), 0);
        assertThat(tap.dropped()).isEqualTo(1);
        assertThat(tap.drain(new Kept())).isFalse();
    }

    @Test
    void tellsTheTrackAndTheResetsOfEachBlock() {
        tap.open(STEREO);
        AudioBlock block = new AudioBlock(2, 80);
        tap.write(1, block, block, 0);
        tap.reset();
        tap.write(1, block, block, 3);
        tap.write(2, block, block, 0);
        Kept kept = new Kept();
        tap.drain(kept);
        assertThat(kept.blocks).containsExactly("8000 1 0 0.0", "8000 1 1 3.0", "8000 2 1 0.0");
    }

    /** The output thread must never have to wait for the garbage collector. */
    @Test
    void writingAllocatesNothing() {
        tap.open(STEREO);
        AudioBlock block = new AudioBlock(2, 80);
        Kept kept = new Kept();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 150; i++) {
                tap.write(1, block, block, i);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            tap.drain(kept);
        }
        assertThat(least).isZero();
    }
}
