package auralis.dsp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.dynamics.LimiterSettings;
import auralis.dsp.dynamics.TruePeakLimiter;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybackRendererTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(8_000);
    private static final int FRAMES = 240_007;
    private static final float[][] TRACK = TestSignals.music(FORMAT, FRAMES);
    private static final double GAIN = 0.3;
    private static final float[][] MASTERED = SlowGain.offline(GAIN, FORMAT, TRACK);
    private static final double FADE_SECONDS = 0.02;
    private static final Spans WITHOUT_DRAFTS =
            Spans.of(FORMAT, Spans.AHEAD_SECONDS, Spans.PRE_ROLL_SECONDS, Spans.PRE_ROLL_SECONDS);

    private final PlanesSource source = new PlanesSource(FORMAT, TRACK);
    private PlaybackRenderer renderer;

    @AfterEach
    void close() {
        if (renderer != null) {
            renderer.close();
            Listener.await(() -> source.closed);
        }
    }

    private PlaybackRenderer start(long frame) {
        renderer =
                new PlaybackRenderer(source, null, new RenderCache(0), null, frame, WITHOUT_DRAFTS);
        return renderer;
    }

    private PlaybackRenderer startMastered() {
        start(0).chain(new SlowGain(GAIN), null);
        Listener.await(() -> renderer.masteredReady());
        return renderer;
    }

    // ---- order and content

    @Test
    void deliversTheWholeTrackInOrder() {
        Listener heard = new Listener(start(0), false).readToEnd();
        assertThat(heard.frames).isEqualTo(FRAMES);
        assertSame(heard.dry, TRACK, 0, FRAMES);
        assertSame(heard.mastered, TRACK, 0, FRAMES);
        assertThat(renderer.position()).isEqualTo(FRAMES);
        assertThat(renderer.totalFrames()).hasValue(FRAMES);
    }

    @Test
    void learnsTheLengthAtTheEnd() {
        source.tellsLength = false;
        start(0);
        assertThat(new Listener(renderer, false).readToEnd().frames).isEqualTo(FRAMES);
        assertThat(renderer.totalFrames()).hasValue(FRAMES);
    }

    @Test
    void masteredFromTheStartIsBitIdenticalToOffline() {
        Listener heard = new Listener(startMastered(), true).readToEnd();
        assertThat(heard.frames).isEqualTo(FRAMES);
        assertSame(heard.dry, TRACK, 0, FRAMES);
        assertSame(heard.mastered, MASTERED, 0, FRAMES);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void tracksOfNoneOrOneFrame(int frames) {
        float[][] track = TestSignals.constant(FORMAT, frames, 0.5);
        try (PlaybackRenderer small = new PlaybackRenderer(new PlanesSource(FORMAT, track), 0)) {
            small.chain(new SlowGain(GAIN), null);
            Listener.await(small::masteredReady);
            Listener heard = new Listener(small, true).readToEnd();
            assertThat(heard.frames).isEqualTo(frames);
            assertSame(heard.mastered, SlowGain.offline(GAIN, FORMAT, track), 0, frames);
        }
    }

    @Test
    void rewindDeliversAgain() {
        Listener heard = new Listener(startMastered(), true).readFrames(10_000);
        renderer.rewind(renderer.generation(), 300);
        assertThat(renderer.position()).isEqualTo(9_700);
        renderer.rewind(renderer.generation(), 1_000_000);
        long from = renderer.position();
        assertThat(from).isEqualTo(10_000 - FORMAT.frames(0.5));
        heard.forget();
        heard.readFrames(20_000);
        assertSame(heard.dry, TRACK, (int) from, 20_000);
        assertSame(heard.mastered, MASTERED, (int) from, 20_000);
    }

    @Test
    void rewindReachesBehindANewChain() {
        Listener heard = new Listener(startMastered(), true).readFrames(57_400);
        renderer.chain(new SlowGain(-0.2), null);
        int before = heard.frames;
        while (maxDifference(heard.mastered, MASTERED, before, heard.frames) == 0) {
            before = heard.frames;
            readAtDevicePace(heard, 50);
        }
        readAtDevicePace(heard, 200);
        renderer.rewind(renderer.generation(), 3_000);
        int from = heard.frames - 3_000;
        assertThat(renderer.position()).isEqualTo(from);
        heard.forget();
        assertSame(heard.readFrames(5_000).dry, TRACK, from, 5_000);
    }

    // ---- seeking

    @Test
    void seeksAtRandomContinueAtExactlyThatFrame() {
        Listener heard = new Listener(startMastered(), true);
        Random random = new Random(5);
        for (int i = 0; i < 25; i++) {
            int frame = random.nextInt(FRAMES - 3000);
            renderer.seek(frame);
            assertThat(renderer.position()).isEqualTo(frame);
            heard.forget();
            heard.readFrames(3000);
            assertSame(heard.dry, TRACK, frame, 3000);
            assertNulls(heard.mastered, frame, 3000);
        }
    }

    /** The limiter is the slowest stage of a mastering chain. */
    @Test
    void theLimiterNullsAfterASeek() {
        start(0).chain(limiter(), null);
        Listener.await(() -> renderer.masteredReady());
        Listener whole = new Listener(renderer, true).readToEnd();
        Listener heard = new Listener(renderer, true);
        for (int frame : new int[] {60_000, 123_456, 200_000}) {
            renderer.seek(frame);
            heard.forget();
            heard.readFrames(20_000);
            double peak = 0;
            double reduced = 0;
            for (int i = 0; i < 20_000; i++) {
                float expected = whole.mastered[0][frame + i];
                peak = Math.max(peak, Math.abs(heard.mastered[0][i] - expected));
                reduced = Math.max(reduced, Math.abs(heard.dry[0][i] - expected));
            }
            assertThat(reduced).isGreaterThan(0.1);
            assertThat(Decibels.ofGain(peak)).isLessThan(-90);
        }
    }

    private static AudioProcessor limiter() {
        return new TruePeakLimiter(LimiterSettings.defaults(-6));
    }

    @Test
    void seekToZeroIsBitIdenticalAgain() {
        Listener heard = new Listener(startMastered(), true).readFrames(100_000);
        renderer.seek(0);
        heard.forget();
        heard.readToEnd();
        assertThat(heard.frames).isEqualTo(FRAMES);
        assertSame(heard.mastered, MASTERED, 0, FRAMES);
    }

    @Test
    void seekToTheEndAndBehindItEndsThere() {
        start(0);
        for (long frame : new long[] {FRAMES, FRAMES + 5_000_000L}) {
            renderer.seek(frame);
            Listener heard = new Listener(renderer, false).readToEnd();
            assertThat(heard.frames).isZero();
            assertThat(renderer.position()).isEqualTo(FRAMES);
        }
        renderer.seek(FRAMES - 10);
        assertThat(new Listener(renderer, false).readToEnd().frames).isEqualTo(10);
    }

    @Test
    void readsOfAnOlderSeekGetNothing() {
        start(0);
        int old = renderer.generation();
        Listener.await(() -> renderer.ready(old, 1000, false));
        renderer.seek(5_000);
        AudioBlock dry = new AudioBlock(2, 100);
        AudioBlock mastered = new AudioBlock(2, 100);
        assertThat(renderer.read(old, dry, mastered, false)).isZero();
        assertThat(renderer.position()).isEqualTo(5_000);
    }

    /** The lanes are replaced while the reader copies from them: it must never notice. */
    @Test
    void seeksDuringReadsNeverMixPositions() throws InterruptedException {
        start(0);
        Thread seeker =
                new Thread(
                        () -> {
                            Random random = new Random(3);
                            for (int i = 0; i < 300; i++) {
                                renderer.seek(random.nextInt(FRAMES));
                                Thread.yield();
                            }
                        });
        seeker.start();
        AudioBlock dry = new AudioBlock(2, 512);
        AudioBlock mastered = new AudioBlock(2, 512);
        while (seeker.isAlive()) {
            int generation = renderer.generation();
            long at = renderer.position();
            int n = renderer.read(generation, dry.all(), mastered.all(), false);
            if (n > 0 && generation == renderer.generation()) {
                float[] expected = Arrays.copyOfRange(TRACK[0], (int) at, (int) at + n);
                assertThat(Arrays.copyOf(dry.plane(0), n)).isEqualTo(expected);
            }
        }
        seeker.join();
    }

    // ---- another chain

    @Test
    void aChainThatComesWhilePlayingFadesInAndNulls() {
        Listener heard = new Listener(start(0), true).readFrames(50_000);
        renderer.chain(new SlowGain(GAIN), null);
        Listener.await(() -> renderer.masteredReady());
        heard.readToEnd();
        assertThat(heard.frames).isEqualTo(FRAMES);
        assertSame(heard.dry, TRACK, 0, FRAMES);
        assertSame(heard.mastered, TRACK, 0, 50_000);
        assertFade(heard.mastered, TRACK, MASTERED, 50_000);
    }

    @Test
    void swappingTheChainFadesOverWithoutAStep() {
        float[][] other = SlowGain.offline(-0.2, FORMAT, TRACK);
        Listener heard = new Listener(startMastered(), true).readFrames(60_000);
        renderer.chain(new SlowGain(-0.2), null);
        // The listener goes on in the meantime, on what was there already.
        int before = heard.frames;
        float[][] sofar = heard.mastered;
        while (maxDifference(heard.mastered, MASTERED, before, heard.frames) == 0) {
            before = heard.frames;
            readAtDevicePace(heard, 50);
            sofar = heard.mastered;
            assertThat(heard.frames).isLessThan(FRAMES - 10_000);
        }
        heard.readToEnd();
        assertSame(sofar, MASTERED, 0, before);
        assertFade(heard.mastered, MASTERED, other, before);
    }

    @Test
    void takingTheChainAwayFadesToTheOriginal() {
        Listener heard = new Listener(startMastered(), true).readFrames(40_000);
        Listener.await(() -> renderer.ready(renderer.generation(), 1_000, true));
        renderer.chain(null, null);
        Listener.await(() -> !renderer.masteredReady());
        heard.readToEnd();
        assertFade(heard.mastered, MASTERED, TRACK, 40_000);
        assertThat(renderer.masteredHeard()).isFalse();
    }

    @Test
    void aDraggedKnobIsHeardAndTheLastChainWins() {
        float[][] last = SlowGain.offline(0.5, FORMAT, TRACK);
        Listener heard = new Listener(startMastered(), true);
        for (int i = 0; i < 200; i++) {
            renderer.chain(new SlowGain(0.3 + 0.2 * i / 199), null);
            readAtDevicePace(heard, 100);
        }
        Listener.await(() -> settledOn(heard, last));
        assertThat(heard.frames).isLessThan(FRAMES);
        assertSame(heard.dry, TRACK, 0, heard.frames);
        // No chain on the way was louder than the last, so neither are its own steps.
        double musicsOwn = largestStep(last, 0, heard.frames);
        assertThat(largestStep(heard.mastered, 0, heard.frames)).isLessThan(1.1 * musicsOwn);
    }

    /** A device does not outrun the renderer. */
    private void readAtDevicePace(Listener heard, int frames) {
        Listener.await(() -> renderer.ready(renderer.generation(), 1_000, true));
        heard.readFrames(frames);
    }

    private boolean settledOn(Listener heard, float[][] expected) {
        int before = heard.frames;
        readAtDevicePace(heard, 200);
        return maxDifference(heard.mastered, expected, before, heard.frames) < 1e-4;
    }

    // ---- what can fail

    @Test
    void aChainThatFailsLeavesTheOriginalAndAReason() {
        start(0);
        SlowGain chain = new SlowGain(GAIN);
        chain.failsAfter = 30_000;
        renderer.chain(chain, null);
        Listener.await(() -> renderer.masteringFailure().isPresent());
        Listener heard = new Listener(renderer, true).readToEnd();
        assertThat(heard.frames).isEqualTo(FRAMES);
        assertSameFrom(20_000, heard.mastered, TRACK, 20_000, FRAMES - 20_000);
        assertThat(renderer.masteringFailure().orElseThrow()).hasMessage("the chain broke");
        renderer.seek(0);
        heard.forget();
        assertSame(heard.readToEnd().mastered, TRACK, 0, FRAMES);
        renderer.chain(new SlowGain(GAIN), null);
        Listener.await(() -> renderer.masteringFailure().isEmpty());
    }

    @Test
    void aChainThatRefusesTheFormatLeavesTheOriginal() {
        start(0).chain(new Refusing(), null);
        Listener.await(() -> renderer.masteringFailure().isPresent());
        Listener heard = new Listener(renderer, true).readToEnd();
        assertSame(heard.mastered, TRACK, 0, FRAMES);
    }

    @Test
    void aSourceThatBreaksOffEndsThereWithItsReason() {
        source.breaksAt = 100_003;
        start(0);
        Listener heard = new Listener(renderer, false).readToEnd();
        assertThat(heard.frames).isEqualTo(100_003);
        assertSame(heard.dry, TRACK, 0, 100_003);
        assertThat(renderer.sourceFailure().orElseThrow()).hasMessage("the file ends early");
        renderer.seek(1_000);
        heard.forget();
        assertSame(heard.readFrames(500).dry, TRACK, 1_000, 500);
    }

    @Test
    void aSlowSourceLosesNoFrame() {
        source.permits.drainPermits();
        Listener heard = new Listener(startUnready(), true);
        int empty = 0;
        for (int n = 0; n >= 0; ) {
            n = heard.read(700);
            if (n == 0) {
                empty++;
                source.permits.release(1024);
                Thread.onSpinWait();
            }
        }
        assertThat(empty).isPositive();
        assertSame(heard.dry, TRACK, 0, FRAMES);
        assertThat(heard.frames).isEqualTo(FRAMES);
    }

    private PlaybackRenderer startUnready() {
        start(0).chain(new SlowGain(GAIN), null);
        return renderer;
    }

    // ---- bounds

    @Test
    void rendersFifteenSecondsAheadAndNoMore() {
        start(0);
        int generation = renderer.generation();
        int ahead = (int) FORMAT.frames(15);
        Listener.await(() -> renderer.ready(generation, ahead - 1024, false));
        int margin = (int) FORMAT.frames(0.5) + 3 * Chunk.FRAMES;
        assertThat(renderer.ready(generation, ahead + margin, false)).isFalse();
    }

    @Test
    void readingAllocatesNothing() {
        startMastered();
        int generation = renderer.generation();
        AudioBlock dry = new AudioBlock(2, 80);
        AudioBlock mastered = new AudioBlock(2, 80);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            Listener.await(() -> renderer.ready(generation, 8_000, true));
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100; i++) {
                renderer.read(generation, dry.all(), mastered.all(), true);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    // ---- comparing

    /** What was heard is these frames of the track, bit for bit. */
    private static void assertSame(float[][] heard, float[][] track, int from, int frames) {
        assertSameFrom(0, heard, track, from, frames);
    }

    private static void assertSameFrom(
            int at, float[][] heard, float[][] track, int from, int frames) {
        for (int c = 0; c < track.length; c++) {
            assertThat(Arrays.copyOfRange(heard[c], at, at + frames))
                    .isEqualTo(Arrays.copyOfRange(track[c], from, from + frames));
        }
    }

    /** The difference to the run from frame 0 stays below -90 dBFS. */
    private static void assertNulls(float[][] heard, int from, int frames) {
        double peak = 0;
        for (int c = 0; c < heard.length; c++) {
            for (int i = 0; i < frames; i++) {
                peak = Math.max(peak, Math.abs(heard[c][i] - MASTERED[c][from + i]));
            }
        }
        assertThat(Decibels.ofGain(peak)).isLessThan(-90);
    }

    /** Before, within and behind a linear fade of 20 ms that begins at {@code from} or later. */
    private static void assertFade(float[][] heard, float[][] old, float[][] next, int from) {
        int start = from;
        while (Math.abs(heard[0][start] - old[0][start]) < 1e-7) {
            start++;
        }
        int fade = (int) FORMAT.frames(FADE_SECONDS);
        for (int c = 0; c < heard.length; c++) {
            for (int i = start; i < FRAMES; i++) {
                double share = Math.min(1, (i - start + 1) / (fade + 1.0));
                double expected = old[c][i] + (next[c][i] - old[c][i]) * share;
                assertThat(Math.abs(heard[c][i] - expected)).as("frame %d", i).isLessThan(3e-5);
            }
        }
    }

    private static double maxDifference(float[][] a, float[][] b, int from, int to) {
        double most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, Math.abs(a[0][i] - b[0][i]));
        }
        return most;
    }

    private static double largestStep(float[][] planes, int from, int to) {
        double most = 0;
        for (int i = from + 1; i < to; i++) {
            most = Math.max(most, Math.abs(planes[0][i] - planes[0][i - 1]));
        }
        return most;
    }

    private static final class Refusing implements AudioProcessor {
        @Override
        public void prepare(StreamFormat format, int maxFrames) {
            throw new IllegalArgumentException("mono and stereo only");
        }

        @Override
        public void process(AudioBlock block) {
            throw new IllegalStateException("not prepared");
        }

        @Override
        public void reset() {}
    }
}
