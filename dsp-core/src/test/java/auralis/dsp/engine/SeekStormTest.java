package auralis.dsp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listener who clicks faster than anything can follow hears the last click. */
class SeekStormTest {
    private static final StreamFormat FORMAT = StreamFormat.mono(8_000);
    private static final int FRAMES = 800_000;
    private static final int SEEKS = 50;

    /** The place of each frame can be read from its sample, exactly. */
    private static final float SCALE = 1f / (1 << 20);

    private final PlanesSource source = new PlanesSource(FORMAT, sawtooth());
    private final AudioBlock dry = new AudioBlock(1, 777);
    private final AudioBlock mastered = new AudioBlock(1, 777);
    private PlaybackRenderer renderer;

    private static float[][] sawtooth() {
        float[] plane = new float[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            plane[i] = i * SCALE;
        }
        return new float[][] {plane};
    }

    @AfterEach
    void close() {
        renderer.close();
        Listener.await(() -> source.closed);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1 << 20, 64 << 20})
    void onlyFramesOfTheNewestSeekAreHeard(long cacheBytes) throws InterruptedException {
        renderer = new PlaybackRenderer(source, "saw", new RenderCache(cacheBytes), 0);
        renderer.chain(new Negative(), "negative");
        Listener.await(renderer::masteredReady);
        AtomicIntegerArray targets = new AtomicIntegerArray(SEEKS + 2);
        Random random = new Random(cacheBytes);
        Thread clicks = new Thread(() -> click(random, targets));
        clicks.start();
        int heardOf = 0;
        long next = 0;
        while (clicks.isAlive() || heardOf != renderer.generation()) {
            int generation = renderer.generation();
            int n = renderer.read(generation, dry.all(), mastered.all(), true);
            if (n > 0) {
                next = generation == heardOf ? next : targets.get(generation);
                heardOf = generation;
                assertFrames(next, n);
                next += n;
            }
        }
        clicks.join();
        assertThat(heardOf).isEqualTo(SEEKS + 1);
        assertThat(renderer.position()).isEqualTo(next);
    }

    private void click(Random random, AtomicIntegerArray targets) {
        for (int i = 0; i < SEEKS; i++) {
            int frame = random.nextInt(FRAMES - 10_000);
            targets.set(i + 2, frame);
            renderer.seek(frame);
            LockSupport.parkNanos(random.nextInt(3) * 500_000L);
        }
    }

    private void assertFrames(long from, int frames) {
        for (int i = 0; i < frames; i++) {
            float expected = (from + i) * SCALE;
            if (dry.plane(0)[i] != expected || mastered.plane(0)[i] != -expected) {
                assertThat(dry.plane(0)[i] / SCALE).as("dry").isEqualTo(from + i);
                assertThat(mastered.plane(0)[i] / -SCALE).as("mastered").isEqualTo(from + i);
            }
        }
    }
}
