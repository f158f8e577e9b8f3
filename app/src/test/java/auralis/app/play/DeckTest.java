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
            Voice voice =
                    new Voice(
                            1,
                            renderer,
                            OptionalInt.of(24),
                            new Guidance(),
                            mix,
                            false,
                            Deck.blockFrames(Tracks.FORMAT));
            Deck deck = new Deck(output, voice, mix);
            for (int round = 0; round < 6; round++) {
                while (!renderer.ready(renderer.generation(), 100_000, false)) {
                    Thread.onSpinWait();
                }
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
}
