package auralis.library.transcribe.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.Progress;
import auralis.library.QuietProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestRateTest {
    private final Clock clock = new Clock();
    private final RequestRate rate = new RequestRate(clock);

    /** Goes on while somebody waits. */
    private static final class Clock implements Ticks {
        private long nanos;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void rest(Duration time) {
            nanos += time.toNanos();
        }

        long millis() {
            return nanos / 1_000_000;
        }
    }

    private long begin(int most, int stretchMs) throws InterruptedException {
        rate.begin(most, Duration.ofMillis(stretchMs), Progress.NONE);
        return clock.millis();
    }

    private long beginAndEnd(int most, int stretchMs) throws InterruptedException {
        long begun = begin(most, stretchMs);
        rate.end();
        return begun;
    }

    @Test
    void noMoreBeginInAnyStretchThanAllowed() throws InterruptedException {
        List<Long> begun = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            clock.rest(Duration.ofMillis(i * 37 % 300));
            begun.add(beginAndEnd(3, 2000));
        }

        for (int i = 3; i < begun.size(); i++) {
            assertThat(begun.get(i) - begun.get(i - 3)).isGreaterThanOrEqualTo(2000);
        }
        assertThat(begun.get(39)).as("and not much fewer").isLessThan(40 / 3 * 2100L);
    }

    @Test
    void withoutALimitNobodyWaits() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            assertThat(beginAndEnd(5, 0)).isZero();
        }
    }

    @Test
    void eachWorkHasLimitsOfItsOwnAndCountsTheOthers() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            beginAndEnd(5, 2000);
        }
        assertThat(beginAndEnd(1, 500)).isEqualTo(500);
        assertThat(beginAndEnd(5, 2000)).isEqualTo(2000);
    }

    @Test
    void noMoreGoOnAtOnceThanAllowed() throws InterruptedException {
        begin(2, 0);
        begin(2, 0);
        Progress cancelled =
                new QuietProgress() {
                    @Override
                    public void checkpoint() throws InterruptedException {
                        if (clock.millis() > 10_000) {
                            throw new InterruptedException();
                        }
                    }
                };

        assertThatThrownBy(() -> rate.begin(2, Duration.ZERO, cancelled))
                .isInstanceOf(InterruptedException.class);
        assertThat(clock.millis()).as("asked often").isLessThan(10_200);

        rate.end();
        assertThat(begin(2, 0)).isEqualTo(clock.millis());
    }

    @Test
    void aComplaintStopsAllForAWhileAndSlowsThemDown() throws InterruptedException {
        beginAndEnd(1, 1000);
        rate.slowDown(Duration.ofSeconds(7));

        assertThat(beginAndEnd(1, 1000)).isEqualTo(7000);
        assertThat(beginAndEnd(1, 1000)).as("twice as slow").isEqualTo(9000);
        rate.answered();
        assertThat(beginAndEnd(1, 1000)).as("as before").isEqualTo(10_000);
        for (int i = 0; i < 100; i++) {
            rate.slowDown(Duration.ZERO);
        }
        assertThat(beginAndEnd(1, 1000)).as("no slower than that").isEqualTo(26_000);
    }
}
