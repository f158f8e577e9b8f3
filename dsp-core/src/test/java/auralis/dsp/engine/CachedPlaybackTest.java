package auralis.dsp.engine;

import static auralis.dsp.engine.Frames.NULL_DBFS;
import static auralis.dsp.engine.Frames.assertSame;
import static auralis.dsp.engine.Frames.differenceDb;
import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was rendered once is not rendered again. */
class CachedPlaybackTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(8_000);
    private static final int FRAMES = 480_007;
    private static final int AHEAD = (int) FORMAT.frames(Spans.AHEAD_SECONDS);
    private static final float[][] TRACK = TestSignals.music(FORMAT, FRAMES);
    private static final float[][] MASTERED = SlowGain.offline(0.3, FORMAT, TRACK);
    private static final float[][] OTHER = SlowGain.offline(-0.2, FORMAT, TRACK);

    private final List<PlaybackRenderer> opened = new ArrayList<>();
    private final RenderCache cache = new RenderCache(64 << 20);
    private PlanesSource source;
    private SlowGain chain;

    @AfterEach
    void close() {
        opened.forEach(PlaybackRenderer::close);
        Listener.await(() -> source.closed);
    }

    /** A renderer of the same track, which starts with the chain of plan "A". */
    private PlaybackRenderer open(RenderCache cache, long frame) {
        source = new PlanesSource(FORMAT, TRACK);
        source.permits.drainPermits();
        chain = new SlowGain(0.3);
        PlaybackRenderer renderer = new PlaybackRenderer(source, "track", cache, frame);
        opened.add(renderer);
        renderer.chain(chain, "A");
        source.permits.release(Integer.MAX_VALUE);
        Listener.await(renderer::settled);
        return renderer;
    }

    /** Until nothing is left to do. */
    private static void rest(PlaybackRenderer renderer) {
        int decoded = Spans.standard(FORMAT).decodedAhead();
        Listener.await(
                () ->
                        renderer.ready(renderer.generation(), decoded, false)
                                && renderer.ready(renderer.generation(), AHEAD, true));
    }

    @Test
    void seekingBackDecodesAndRendersNothing() {
        PlaybackRenderer renderer = open(cache, 0);
        Listener heard = new Listener(renderer, true).readFrames(200_000);
        rest(renderer);
        int reads = source.reads.get();
        int calls = chain.calls.get();
        for (int frame : new int[] {150_000, 20_001, 0, 180_000}) {
            renderer.seek(frame);
            heard.forget();
            heard.readFrames(60_000);
            assertSame(heard.dry, 0, TRACK, frame, 60_000);
            assertSame(heard.mastered, 0, MASTERED, frame, 60_000);
        }
        assertThat(source.reads).hasValue(reads);
        assertThat(chain.calls).hasValue(calls);
    }

    @Test
    void behindCachedChunksItGoesOnWhereItWasInterrupted() {
        PlaybackRenderer renderer = open(cache, 0);
        Listener heard = new Listener(renderer, true).readFrames(100_000);
        rest(renderer);
        renderer.seek(0);
        heard.forget();
        heard.readToEnd();
        assertThat(heard.frames).isEqualTo(FRAMES);
        assertSame(heard.dry, 0, TRACK, 0, FRAMES);
        assertSame(heard.mastered, 0, MASTERED, 0, FRAMES);
    }

    @Test
    void anotherRendererTakesOverAndGoesOnWithoutAStep() {
        PlaybackRenderer first = open(cache, 0);
        rest(first);
        first.close();
        PlaybackRenderer second = open(cache, 0);
        int calls = chain.calls.get();
        Listener heard = new Listener(second, true).readFrames(AHEAD / 4);
        assertThat(calls).isZero();
        assertSame(heard.mastered, 0, MASTERED, 0, heard.frames);
        heard.playToEnd();
        assertThat(heard.frames).isEqualTo(FRAMES);
        assertSame(heard.dry, 0, TRACK, 0, FRAMES);
        assertThat(differenceDb(heard.mastered, 0, MASTERED, 0, FRAMES)).isLessThan(NULL_DBFS);
    }

    @Test
    void goingBackToAPlanIsFree() {
        PlaybackRenderer renderer = open(cache, 0);
        Listener heard = new Listener(renderer, true).readFrames(100_000);
        rest(renderer);
        renderer.chain(new SlowGain(-0.2), "B");
        heard.readFrames(30_000);
        Listener.await(renderer::settled);
        rest(renderer);
        heard.readFrames(1_000);
        assertThat(differenceDb(heard.mastered, 130_500, OTHER, 130_500, 500))
                .isLessThan(NULL_DBFS);
        SlowGain again = new SlowGain(0.3);
        SlowGain once = new SlowGain(-0.2);
        int reads = source.reads.get();
        for (int i = 0; i < 6; i++) {
            boolean a = i % 2 == 0;
            renderer.chain(a ? again : once, a ? "A" : "B");
            float[][] expected = a ? MASTERED : OTHER;
            Listener.await(() -> comesTo(heard, expected));
        }
        assertThat(again.calls).hasValue(0);
        assertThat(once.calls).hasValue(0);
        assertThat(source.reads.get() - reads).isLessThan(20);
    }

    private static boolean comesTo(Listener heard, float[][] expected) {
        int before = heard.frames;
        heard.readFrames(50);
        return differenceDb(heard.mastered, before, expected, before, 50) < NULL_DBFS;
    }

    @Test
    void exactChunksReplaceThoseOfASeek() {
        PlaybackRenderer renderer = open(cache, 200_000);
        rest(renderer);
        assertThat(new Listener(renderer, true).readFrames(9_000).mastered[0])
                .isNotEqualTo(MASTERED[0]);
        renderer.seek(0);
        new Listener(renderer, true).readFrames(300_000);
        rest(renderer);
        PlaybackRenderer second = open(cache, 200_000);
        Listener heard = new Listener(second, true).readFrames(100_000);
        assertThat(chain.calls).hasValue(0);
        assertSame(heard.mastered, 0, MASTERED, 200_000, 100_000);
    }

    @Test
    void comingBackToAPlaceIsFree() {
        PlaybackRenderer renderer = open(cache, 0);
        Listener heard = new Listener(renderer, true);
        for (int frame : new int[] {150_001, 300_001}) {
            renderer.seek(frame);
            heard.readFrames(1_500);
            Listener.await(renderer::settled);
            rest(renderer);
        }
        int reads = source.reads.get();
        int calls = chain.calls.get();
        for (int frame : new int[] {150_001, 300_001, 150_001}) {
            renderer.seek(frame);
            heard.forget();
            heard.readFrames(50_000);
            assertSame(heard.dry, 0, TRACK, frame, 50_000);
            assertThat(differenceDb(heard.mastered, 0, MASTERED, frame, 50_000))
                    .isLessThan(NULL_DBFS);
        }
        assertThat(source.reads).hasValue(reads);
        assertThat(chain.calls).hasValue(calls);
    }

    @Test
    void theCacheStaysBoundedAndRight() {
        int maxBytes = 3 << 20;
        RenderCache small = new RenderCache(maxBytes);
        PlaybackRenderer renderer = open(small, 0);
        Listener heard = new Listener(renderer, true);
        Random random = new Random(8);
        for (int i = 0; i < 60; i++) {
            int frame = random.nextInt(FRAMES - 20_000);
            renderer.seek(frame);
            heard.forget();
            Listener.await(renderer::settled);
            heard.readFrames(2_000 + random.nextInt(10_000));
            assertSame(heard.dry, 0, TRACK, frame, heard.frames);
            assertThat(small.usedBytes()).isBetween(1L, (long) maxBytes);
        }
    }

    @Test
    void aTrackWithoutNameIsNotKept() {
        source = new PlanesSource(FORMAT, TRACK);
        PlaybackRenderer renderer = new PlaybackRenderer(source, null, cache, 0);
        opened.add(renderer);
        renderer.chain(new SlowGain(0.3), "A");
        new Listener(renderer, true).readFrames(50_000);
        assertThat(cache.usedBytes()).isZero();
    }

    @Test
    void aBrokenTrackLeavesNoEndInTheCache() {
        source = new PlanesSource(FORMAT, TRACK);
        source.breaksAt = 100_003;
        PlaybackRenderer broken = new PlaybackRenderer(source, "track", cache, 0);
        opened.add(broken);
        broken.chain(new SlowGain(0.3), "A");
        assertThat(new Listener(broken, true).readToEnd().frames).isEqualTo(100_003);
        Listener heard = new Listener(open(cache, 0), true).playToEnd();
        assertThat(heard.frames).isEqualTo(FRAMES);
        assertThat(differenceDb(heard.mastered, 0, MASTERED, 0, FRAMES)).isLessThan(NULL_DBFS);
    }
}
