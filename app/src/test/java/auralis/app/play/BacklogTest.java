package auralis.app.play;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.engine.PlaybackRenderer;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final Voice FIRST = voice();
    private static final Voice SECOND = voice();

    @Test
    void tellsWhoseTheLastFramesAre() {
        Backlog backlog = new Backlog();
        for (int i = 0; i < 1_000; i++) {
            backlog.add(100, FIRST, null);
        }
        backlog.add(50, null, null);
        backlog.add(40, SECOND, FIRST);
        backlog.add(30, SECOND, null);
        assertThat(backlog.of(SECOND, 0)).isZero();
        assertThat(backlog.of(SECOND, 20)).isEqualTo(20);
        assertThat(backlog.of(SECOND, 500)).isEqualTo(70);
        assertThat(backlog.of(FIRST, 30)).isZero();
        assertThat(backlog.of(FIRST, 120)).isEqualTo(40);
        assertThat(backlog.of(FIRST, 220)).isEqualTo(140);
    }

    @Test
    void forgetsWhenCleared() {
        Backlog backlog = new Backlog();
        backlog.add(100, FIRST, null);
        backlog.clear();
        assertThat(backlog.of(FIRST, 100)).isZero();
    }

    private static Voice voice() {
        try (PlaybackRenderer renderer =
                new PlaybackRenderer(new Tracks.Memory(Tracks.grid(10, 16, 1), 16), 0)) {
            return new Voice(
                    1,
                    renderer,
                    Sides.of(renderer),
                    OptionalInt.empty(),
                    new Guidance(),
                    new Mix(),
                    false,
                    441);
        }
    }
}
