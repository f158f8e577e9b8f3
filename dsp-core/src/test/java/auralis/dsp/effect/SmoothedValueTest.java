package auralis.dsp.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.StreamFormat;
import auralis.dsp.effect.Parameter.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmoothedValueTest {
    private static final int WALK = 960;

    private final SmoothedValue linear =
            new SmoothedValue(Parameter.linear("x", "X", Unit.NONE, -10, 10, 0));
    private final SmoothedValue octaves =
            new SmoothedValue(Parameter.logarithmic("f", "F", Unit.HERTZ, 20, 20_000, 100));

    @BeforeEach
    void prepare() {
        linear.prepare(StreamFormat.mono(48_000));
        octaves.prepare(StreamFormat.mono(48_000));
    }

    @Test
    void arrivesExactlyAfterTwentyMilliseconds() {
        linear.set(3);
        double last = 0;
        for (int i = 0; i < WALK; i++) {
            assertThat(linear.isMoving()).isTrue();
            double next = linear.next();
            assertThat(next - last).isCloseTo(3.0 / WALK, within(1e-9));
            last = next;
        }
        assertThat(linear.isMoving()).isFalse();
        assertThat(linear.get()).isEqualTo(3);
    }

    @Test
    void logarithmicStepsHaveEqualRatios() {
        octaves.set(400);
        double middle = 0;
        for (int i = 0; i < WALK / 2; i++) {
            middle = octaves.next();
        }
        assertThat(middle).isCloseTo(200, within(1e-9));
    }

    @Test
    void aNewTargetStartsFromWhereItIs() {
        linear.set(10);
        for (int i = 0; i < WALK / 2; i++) {
            linear.next();
        }
        linear.set(-5);
        assertThat(linear.next()).isCloseTo(5, within(0.02));
    }

    @Test
    void resetIsThereAtOnceAndLimitsHold() {
        linear.set(99);
        linear.reset();
        assertThat(linear.get()).isEqualTo(10);
        assertThat(linear.isMoving()).isFalse();
    }
}
