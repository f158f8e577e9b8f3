package auralis.app.play;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.engine.PlaybackRenderer;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DeckTest {
    /** The output thread must never have to wait for the garbage collector. */
    @Test
    void turningAllocatesNothing() {
        Mix mix = new Mix();
        mix.tap().open(Tracks.FORMAT);
        mix.volume(0.5);
        RecordingOutput output = new RecordingOutput(Tracks.FORMAT, 24, 0);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        try (PlaybackRenderer renderer =
                new PlaybackRenderer(new Tracks.Memory(Tracks.grid(600_000, 24, 1), 24), 0)) {
            Deck deck = new Deck(output, voice(renderer, mix), mix);
            for (int round = 0; round < 6; round++) {
                awaitReady(renderer, 100_000);
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 100; i++) {
                    mix.side(mix.side().other());
                    deck.turn(true);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
        }
        assertThat(output.written()).isGreaterThan(200_000);
        assertThat(least).isZero();
    }

    @Test
    void theNextTrackIsHeardAlsoWhereTheDeviceStandsExactlyAtTheSeam() {
        Mix mix = new Mix();
        mix.tap().open(Tracks.FORMAT);
        int block = Deck.blockFrames(Tracks.FORMAT);
        RecordingOutput output = new RecordingOutput(Tracks.FORMAT, 24, 2 * block);
        try (PlaybackRenderer first = renderer(10 * block);
                PlaybackRenderer second = renderer(100 * block)) {
            Voice next = voice(second, mix);
            Deck deck = new Deck(output, voice(first, mix), mix);
            deck.follow(next);
            awaitReady(first, 10 * block);
            awaitReady(second, 50 * block);
            while (output.position() < 11L * block) {
                deck.turn(true);
            }
            assertThat(deck.heard()).isSameAs(next);
            assertThat(next.position()).isEqualTo(block);
        }
    }

    private static PlaybackRenderer renderer(int frames) {
        return new PlaybackRenderer(new Tracks.Memory(Tracks.grid(frames, 24, 1), 24), 0);
    }

    private static Voice voice(PlaybackRenderer renderer, Mix mix) {
        return new Voice(
                1,
                renderer,
                Sides.of(renderer),
                OptionalInt.of(24),
                new Guidance(),
                mix,
                false,
                Deck.blockFrames(Tracks.FORMAT));
    }

    private static void awaitReady(PlaybackRenderer renderer, int frames) {
        while (!renderer.ready(renderer.generation(), frames, false)) {
            Thread.onSpinWait();
        }
    }
}
