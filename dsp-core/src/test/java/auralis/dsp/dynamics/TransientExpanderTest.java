package auralis.dsp.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.ProcessorContract;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import org.junit.jupiter.api.Test;

class TransientExpanderTest extends ProcessorContract {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);

    @Override
    protected AudioProcessor processor() {
        return new TransientExpander(0.7);
    }

    @Override
    protected AudioProcessor neutral() {
        return new TransientExpander(0);
    }

    @Test
    void aSteadyToneKeepsItsLevel() {
        float[][] tone = TestSignals.sine(FORMAT, 88_200, 1000, 0.5);
        float[][] out = run(prepared(1), tone, 4096);
        double changeDb = levelDb(out[0], 44_100, 88_000) - levelDb(tone[0], 44_100, 88_000);
        assertThat(changeDb).isCloseTo(0, within(0.1));
    }

    @Test
    void anAttackRisesAndItsTailFalls() {
        // A tone that jumps up 12 dB every half second and falls back after 50 ms.
        float[][] in = TestSignals.sine(FORMAT, 88_200, 1000, 0.5);
        for (float[] plane : in) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= i % 22_050 < 2205 ? 1 : 0.25f;
            }
        }
        TransientExpander expander = prepared(0.5);
        float[][] out = run(expander, in, 4096);
        int burst = 2 * 22_050;
        int late = expander.latency();
        double attackDb =
                levelDb(out[0], burst + late, burst + late + 441)
                        - levelDb(in[0], burst, burst + 441);
        double tailDb =
                levelDb(out[0], burst + late + 5000, burst + late + 7000)
                        - levelDb(in[0], burst + 5000, burst + 7000);
        assertThat(attackDb).isBetween(1.0, 3.0);
        assertThat(tailDb).isBetween(-2.5, -0.2);
    }

    private static TransientExpander prepared(double strength) {
        TransientExpander expander = new TransientExpander(strength);
        expander.prepare(FORMAT, 4096);
        return expander;
    }

    private static double levelDb(float[] plane, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += plane[i] * plane[i];
        }
        return Decibels.ofPower(sum / (to - from));
    }
}
