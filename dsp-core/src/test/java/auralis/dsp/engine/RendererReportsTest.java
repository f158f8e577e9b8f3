package auralis.dsp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a renderer tells about itself. */
class RendererReportsTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(8_000);
    private static final int FRAMES = 240_007;
    private static final int LOUD_AT = 50_000;
    private static final int AHEAD = (int) FORMAT.frames(Spans.AHEAD_SECONDS);

    private final PlanesSource source = new PlanesSource(FORMAT, quietButOnce());
    private final PlaybackRenderer renderer =
            new PlaybackRenderer(source, "track", new RenderCache(64 << 20), 0);

    @AfterEach
    void close() {
        renderer.close();
        Listener.await(() -> source.closed);
    }

    private static float[][] quietButOnce() {
        float[][] planes = TestSignals.noise(FORMAT, FRAMES, 0.2, 4);
        planes[1][LOUD_AT] = 0.9f;
        return planes;
    }

    @Test
    void theReductionIsThatOfTheFramesThatAreHeard() {
        renderer.chain(new Negative(), "negative");
        Listener.await(renderer::masteredReady);
        Listener heard = new Listener(renderer, true);
        assertReductions(heard);
        renderer.seek(0);
        heard.forget();
        assertReductions(heard);
        renderer.chain(null, null);
        renderer.seek(LOUD_AT - 50);
        heard.readFrames(100);
        assertThat(renderer.reductionDb()).isZero();
    }

    private void assertReductions(Listener heard) {
        assertThat(renderer.reductionDb()).isZero();
        while (heard.frames < 60_000) {
            int at = heard.frames;
            heard.readFrames(80);
            boolean inside = at <= LOUD_AT && LOUD_AT < heard.frames;
            if (inside) {
                assertThat(renderer.reductionDb()).isEqualTo(Negative.REDUCTION_DB);
            } else if (Math.abs(at - LOUD_AT) > 2 * Chunk.HOP_FRAMES) {
                assertThat(renderer.reductionDb()).isZero();
            }
        }
    }

    @Test
    void aBoundedStretchIsFinishedAheadUntilAllIs() {
        renderer.chain(new SlowGain(0.3), "A");
        Listener.await(renderer::masteredReady);
        Listener.await(() -> renderer.ready(renderer.generation(), AHEAD, true));
        assertThat(renderer.ready(renderer.generation(), AHEAD + Chunk.FRAMES, true)).isFalse();
        assertThat(renderer.complete()).isFalse();
        renderer.seek(FRAMES - 30_000);
        assertThat(renderer.complete()).isFalse();
        Listener.await(renderer::complete);
        assertThat(new Listener(renderer, true).readToEnd().frames).isEqualTo(30_000);
        assertThat(renderer.complete()).isTrue();
    }

    @Test
    void samplesThatAreNotNumbersLeaveTheOriginal() {
        renderer.chain(new SlowGain(Double.NaN), "broken");
        Listener.await(() -> renderer.masteringFailure().isPresent());
        Listener heard = new Listener(renderer, true).readToEnd();
        assertThat(heard.frames).isEqualTo(FRAMES);
        assertThat(heard.mastered).isDeepEqualTo(heard.dry);
    }

    @Test
    void aSourceThatBlocksHoldsUpNobody() {
        source.permits.drainPermits();
        for (int i = 0; i < 10; i++) {
            renderer.seek(200_000 + i);
        }
        assertThat(renderer.position()).isEqualTo(200_009);
        AudioBlock dry = new AudioBlock(2, 10);
        AudioBlock mastered = new AudioBlock(2, 10);
        assertThat(renderer.read(renderer.generation(), dry, mastered, false)).isZero();
        renderer.close();
        Listener.await(() -> source.closed);
    }
}
