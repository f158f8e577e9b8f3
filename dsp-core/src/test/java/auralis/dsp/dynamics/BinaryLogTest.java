package auralis.dsp.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BinaryLogTest {
    @Test
    void logarithmIsRight() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double x = Math.exp(random.nextDouble(-80, 80));
            double exact = Math.log(x) / Math.log(2);
            assertThat(BinaryLog.of(x)).isCloseTo(exact, within(2e-12));
        }
        assertThat(BinaryLog.of(1)).isCloseTo(0, within(1e-15));
    }

    @Test
    void powerIsRight() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double x = random.nextDouble(-200, 200);
            double exact = Math.pow(2, x);
            assertThat(BinaryLog.power(x) / exact).isCloseTo(1, within(2e-12));
        }
        assertThat(BinaryLog.power(0)).isEqualTo(1);
        assertThat(BinaryLog.power(-3)).isEqualTo(0.125);
    }
}
