package auralis.dsp.separate;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.Progress;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SteadinessTest {
    private static final int RATE = 44_100;
    private static final double TONE_HZ = 1_000;
    private static final Grid GRID = Grid.of(RATE);

    /** In the bin of the tone, in the mean of the frames that lie in the sound. */
    private static double steadiness(DoubleUnaryOperator sound) throws InterruptedException {
        float[] samples = new float[2 * RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) sound.applyAsDouble((double) i / RATE);
        }
        Spectra spectra = Spectra.of(GRID, samples, samples.length, 0, Progress.NONE);
        float[][] steadiness = Steadiness.of(GRID, List.of(spectra), Progress.NONE);
        int bin = (int) Math.round(TONE_HZ * GRID.size() / RATE);
        double sum = 0;
        int count = 0;
        for (int t = 8; t < steadiness.length - 8; t++) {
            sum += steadiness[t][bin];
            count++;
        }
        return sum / count;
    }

    @Test
    void aHeldToneIsSteady() throws Exception {
        assertThat(steadiness(t -> Math.sin(2 * Math.PI * TONE_HZ * t))).isGreaterThan(0.999);
    }

    /** As a voice sings: 1.2 % up and down, 5.6 times a second. */
    @Test
    void aToneWithVibratoIsNot() throws Exception {
        double depth = 0.012 * TONE_HZ / 5.6;
        assertThat(
                        steadiness(
                                t ->
                                        Math.sin(
                                                2 * Math.PI * TONE_HZ * t
                                                        + depth * Math.sin(2 * Math.PI * 5.6 * t))))
                .isLessThan(0.5);
    }

    @Test
    void norIsNoise() throws Exception {
        Random random = new Random(5);
        assertThat(steadiness(t -> random.nextGaussian())).isBetween(-0.6, 0.6);
    }

    @Test
    void silenceTellsNothing() throws Exception {
        assertThat(steadiness(t -> 0)).isZero();
    }
}
