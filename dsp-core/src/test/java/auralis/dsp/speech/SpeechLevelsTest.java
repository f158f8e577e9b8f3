package auralis.dsp.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpeechLevelsTest {
    private static final int RATE = 16_000;

    /** Loud but for 50 ms around 0.4 s and around 1.3 s, the first of them quieter. */
    private static SpeechLevels levels() {
        float[] sound = new float[2 * RATE];
        for (int i = 0; i < sound.length; i++) {
            double t = (double) i / RATE;
            double gain = Math.abs(t - 0.4) < 0.025 ? 0.001 : Math.abs(t - 1.3) < 0.025 ? 0.1 : 1;
            sound[i] = (float) (0.5 * gain * Math.sin(2 * Math.PI * (400 + 40 * t) * t));
        }
        return new SpeechLevels(sound, RATE);
    }

    @Test
    void tellsLevels() {
        assertThat(levels().db(1)).isCloseTo(-9.03, within(0.1));
        assertThat(levels().db(0.4)).isCloseTo(-69, within(1.0));
        assertThat(levels().db(100)).isCloseTo(-9, within(1.0));
        assertThat(new SpeechLevels(new float[0], RATE).db(0)).isEqualTo(-120);
    }

    @Test
    void findsTheQuietestMomentNear() {
        assertThat(levels().quietest(0.33, 0.12)).isCloseTo(0.4, within(0.02));
        assertThat(levels().quietest(1.35, 0.12)).isCloseTo(1.3, within(0.02));
        assertThat(levels().quietest(0.25, 0.12)).isCloseTo(0.25, within(0.12));
        assertThat(levels().quietest(0.02, 0.12)).isGreaterThanOrEqualTo(0);
    }

    @Test
    void findsWhereItIsQuieterThanAround() {
        assertThat(levels().minima(0.15))
                .anySatisfy(at -> assertThat(at).isCloseTo(0.4, within(0.02)))
                .anySatisfy(at -> assertThat(at).isCloseTo(1.3, within(0.02)))
                .hasSizeLessThan(12);
    }
}
