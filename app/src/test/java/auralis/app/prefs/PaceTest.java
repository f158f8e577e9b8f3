package auralis.app.prefs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void isTheMeanOfTheLastLooks() {
        pace.look(50_000_000, 0);
        assertThat(pace.bytesPerSecond()).isEmpty();
        for (int i = 1; i <= 20; i++) {
            pace.look(50_000_000 + i * 1_000_000, i / 2.0);
        }
        assertThat(pace.bytesPerSecond()).hasValue(2_000_000);
        assertThat(pace.secondsLeft(100_000_000)).hasValue(15);
    }

    @Test
    void promisesNothingWhileNothingComes() {
        for (int i = 0; i < 20; i++) {
            pace.look(1_000, i);
        }
        assertThat(pace.bytesPerSecond()).hasValue(0);
        assertThat(pace.secondsLeft(2_000)).isEmpty();
    }
}
