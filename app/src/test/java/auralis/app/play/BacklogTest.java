package auralis.app.play;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogTest {
    @Test
    void countsOnlyMusicAmongTheLastFrames() {
        Backlog backlog = new Backlog();
        for (int i = 0; i < 1_000; i++) {
            backlog.add(100, true);
        }
        backlog.add(50, false);
        backlog.add(30, true);
        assertThat(backlog.music(0)).isZero();
        assertThat(backlog.music(20)).isEqualTo(20);
        assertThat(backlog.music(70)).isEqualTo(30);
        assertThat(backlog.music(80)).isEqualTo(30);
        assertThat(backlog.music(200)).isEqualTo(150);
    }
}
