package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When whoever counts along must be told of a position. */
class JumpsTest {
    private static final long SECOND = 1_000_000_000;
    private final Jumps jumps = new Jumps();

    @Test
    void playingOnIsNoJump() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(jumps.at(1, true, i / 60.0, i * SECOND / 60)).isFalse();
        }
        assertThat(jumps.at(1, true, 1_000 / 60.0 + 0.4, 1_000 * SECOND / 60)).isFalse();
    }

    @Test
    void aSeekIsOneJumpEitherWay() {
        jumps.at(1, true, 10, 0);
        assertThat(jumps.at(1, true, 40, SECOND)).isTrue();
        assertThat(jumps.at(1, true, 41, 2 * SECOND)).isFalse();
        assertThat(jumps.at(1, true, 2, 3 * SECOND)).isTrue();
        assertThat(jumps.at(1, true, 3, 4 * SECOND)).isFalse();
    }

    @Test
    void aPauseIsNoneHoweverLongAndASeekInItIs() {
        jumps.at(1, true, 10, 0);
        assertThat(jumps.at(1, false, 11, SECOND)).isFalse();
        assertThat(jumps.at(1, false, 11, 100 * SECOND)).isFalse();
        assertThat(jumps.at(1, false, 30, 101 * SECOND)).isTrue();
        assertThat(jumps.at(1, true, 30, 200 * SECOND)).isFalse();
        assertThat(jumps.at(1, true, 31, 201 * SECOND)).isFalse();
    }

    @Test
    void anotherTrackBeginsAnew() {
        jumps.at(1, true, 100, 0);
        assertThat(jumps.at(2, true, 0, SECOND)).isFalse();
        assertThat(jumps.at(2, true, 1, 2 * SECOND)).isFalse();
    }

    @Test
    void aStandstillWhilePlayingIsToldAgainAndAgain() {
        jumps.at(1, true, 10, 0);
        assertThat(jumps.at(1, true, 10, SECOND)).isTrue();
        assertThat(jumps.at(1, true, 10, 2 * SECOND)).isTrue();
    }
}
