package auralis.dsp.engine;

import static auralis.dsp.engine.Frames.NULL_DBFS;
import static auralis.dsp.engine.Frames.assertSame;
import static auralis.dsp.engine.Frames.differenceDb;
import static auralis.dsp.engine.Frames.largestStep;
import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is wanted at once is heard at once, and soon replaced by what it should be. */
class DraftTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(8_000);
    private static final int FRAMES = 480_007;
    private static final float[][] TRACK = TestSignals.music(FORMAT, FRAMES);
    private static final float[][] MASTERED = SlowGain.offline(0.3, FORMAT, TRACK);
    private static final int TARGET = 150_001;

    /** Enough for a draft to be offered, less than the pre-roll of what follows. */
    private static final int FRAMES_OF_A_DRAFT = 22_000;

    private final RenderCache cache = new RenderCache(64 << 20);
    private final SlowGain chain = new SlowGain(0.3);
    private final PlanesSource source = new PlanesSource(FORMAT, TRACK);
    private final PlaybackRenderer renderer = new PlaybackRenderer(source, "track", cache, TARGET);
    private final Listener heard = new Listener(renderer, true);

    @AfterEach
    void close() {
        renderer.close();
        Listener.await(() -> source.closed);
    }

    private void hearADraft() {
        chain.permits.drainPermits();
        chain.permits.release(FRAMES_OF_A_DRAFT);
        renderer.chain(chain, "A");
        Listener.await(renderer::masteredReady);
        heard.readFrames(1_000);
        assertThat(renderer.settled()).isFalse();
        assertThat(renderer.masteredHeard()).isTrue();
    }

    private boolean isReady(int frames) {
        return renderer.ready(renderer.generation(), frames, true);
    }

    @Test
    void aDraftIsHeardAndThenReplacedWithoutAStep() {
        hearADraft();
        assertThat(differenceDb(heard.mastered, 900, MASTERED, TARGET + 900, 100))
                .isGreaterThan(NULL_DBFS);
        chain.permits.release(Integer.MAX_VALUE / 2);
        Listener.await(renderer::settled);
        heard.readFrames(50_000);
        assertSame(heard.dry, 0, TRACK, TARGET, heard.frames);
        assertThat(differenceDb(heard.mastered, 2_000, MASTERED, TARGET + 2_000, 49_000))
                .isLessThan(NULL_DBFS);
        double musicsOwn = largestStep(MASTERED, TARGET, TARGET + heard.frames);
        assertThat(largestStep(heard.mastered, 900, heard.frames)).isLessThan(1.1 * musicsOwn);
    }

    @Test
    void draftsAreNotCached() {
        hearADraft();
        chain.permits.release(Integer.MAX_VALUE / 2);
        Listener.await(() -> renderer.settled() && isReady(100_000));
        PlanesSource again = new PlanesSource(FORMAT, TRACK);
        SlowGain unused = new SlowGain(0.3);
        try (PlaybackRenderer second = new PlaybackRenderer(again, "track", cache, TARGET + 900)) {
            second.chain(unused, "A");
            Listener.await(second::settled);
            Listener full = new Listener(second, true).readFrames(5_000);
            assertThat(unused.calls).hasValue(0);
            assertThat(differenceDb(full.mastered, 0, MASTERED, TARGET + 900, 5_000))
                    .isLessThan(NULL_DBFS);
        }
        Listener.await(() -> again.closed);
    }

    @Test
    void aKnobDraggedWhileNobodyListensEndsAtTheLastChain() {
        hearADraft();
        chain.permits.release(Integer.MAX_VALUE / 2);
        for (int i = 1; i <= 50; i++) {
            renderer.chain(new SlowGain(0.3 + 0.01 * i), i);
            Listener.await(renderer::masteredReady);
        }
        float[][] last = SlowGain.offline(0.8, FORMAT, TRACK);
        Listener.await(
                () -> {
                    int at = heard.frames;
                    Listener.await(() -> isReady(1_000));
                    heard.readFrames(100);
                    return differenceDb(heard.mastered, at, last, TARGET + at, 100) < NULL_DBFS;
                });
        assertThat(heard.frames).isLessThan(100_000);
    }

    @Test
    void atTheStartThereIsNoDraft() {
        renderer.seek(0);
        renderer.chain(chain, "A");
        heard.forget();
        Listener.await(renderer::masteredReady);
        assertThat(renderer.settled()).isTrue();
        assertSame(heard.readFrames(30_000).mastered, 0, MASTERED, 0, 30_000);
    }
}
