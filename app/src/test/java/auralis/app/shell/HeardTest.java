package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HeardTest {
    private final Heard heard = new Heard();
    private int times;

    @Test
    void aTrackIsHeardOnceWhenHalfOfItWasPlayed() {
        open(OptionalDouble.of(100));
        play(0, 49);
        assertThat(times).isZero();
        play(49, 100);
        assertThat(times).isEqualTo(1);
        open(OptionalDouble.of(100));
        play(0, 60);
        assertThat(times).isEqualTo(2);
    }

    @Test
    void jumpsDoNotCount() {
        open(OptionalDouble.of(100));
        play(0, 10);
        play(80, 100);
        assertThat(times).isZero();
        play(40, 70);
        assertThat(times).isEqualTo(1);
    }

    @Test
    void fourMinutesAreEnoughOfALongOneOrOfOneOfUnknownLength() {
        open(OptionalDouble.of(3600));
        play(600, 839);
        assertThat(times).isZero();
        play(839, 842);
        assertThat(times).isEqualTo(1);
        open(OptionalDouble.empty());
        play(0, 241);
        assertThat(times).isEqualTo(2);
    }

    private void open(OptionalDouble length) {
        heard.open(length, () -> times++);
    }

    private void play(double from, double to) {
        for (double at = from; at <= to; at += 0.25) {
            heard.at(at);
        }
    }
}
