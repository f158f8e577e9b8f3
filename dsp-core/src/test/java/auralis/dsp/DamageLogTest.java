package auralis.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DamageLogTest {
    private final DamageLog log = new DamageLog();

    @Test
    void touchingStretchesAreOne() {
        log.add(10, 5);
        log.add(30, 1);
        log.add(15, 2);
        log.add(9, 1);
        log.add(12, 1);
        assertThat(log.all()).containsExactly(new Damage(9, 8), new Damage(30, 1));
        log.add(0, 100);
        assertThat(log.all()).containsExactly(new Damage(0, 100));
    }

    @Test
    void endlessDamageNeedsBoundedMemory() {
        for (int i = 0; i < 100_000; i++) {
            log.add(10L * i + 1_000_000, 1);
        }
        for (int i = 99_999; i >= 0; i--) {
            log.add(10L * i, 1);
        }
        assertThat(log.all()).hasSize(DamageLog.MAX);
        assertThat(log.all().get(0).frame()).isZero();
    }
}
