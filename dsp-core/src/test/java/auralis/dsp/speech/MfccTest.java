package auralis.dsp.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Random;

class MfccTest {
    private static final int RATE = Mfcc.SAMPLE_RATE;

    @Test
    void areWhatTheDefinitionSays() {
        float[] sound = sound(4_000);

        Cepstra cepstra = new Mfcc().of(sound);

        assertThat(cepstra.frames()).isEqualTo((4_000 - 400) / 160 + 1);
        for (int frame : new int[] {0, 7, cepstra.frames() - 1}) {
            double[] expected = reference(sound, frame * 160);
            for (int c = 0; c < expected.length; c++) {
                assertThat(cepstra.value(frame, c)).isCloseTo((float) expected[c], within(2e-3f));
            }
        }
    }

    @Test
    void loudnessIsInTheFirstAlone() {
        float[] sound = sound(4_000);
        float[] soft = sound.clone();
        for (int i = 0; i < soft.length; i++) {
            soft[i] /= 4;
        }

        Cepstra loud = new Mfcc().of(sound);
        Cepstra quiet = new Mfcc().of(soft);

        assertThat(loud.value(3, 0) - quiet.value(3, 0))
                .isCloseTo((float) (26 * Math.log(16)), within(1e-2f));
        for (int c = 1; c < Cepstra.COEFFICIENTS; c++) {
            assertThat(quiet.value(3, c)).isCloseTo(loud.value(3, c), within(1e-2f));
        }
    }

    @Test
    void lessThanAFrameHasNone() {
        assertThat(new Mfcc().of(new float[399]).frames()).isZero();
        assertThat(new Mfcc().of(new float[400]).frames()).isOne();
    }

    private static float[] sound(int length) {
        Random random = new Random(1);
        float[] sound = new float[length];
        for (int i = 0; i < length; i++) {
            double t = (double) i / RATE;
            sound[i] =
                    (float)
                            (0.3 * Math.sin(2 * Math.PI * 700 * t)
                                    + 0.1 * Math.sin(2 * Math.PI * 2_600 * t * (1 + t))
                                    + 0.02 * random.nextGaussian());
        }
        return sound;
    }

    /** By a transform of sums, triangles as functions of frequency. */
    private static double[] reference(float[] sound, int from) {
        double[] emphasised = new double[400];
        for (int i = 0; i < 400; i++) {
            double before = from + i > 0 ? sound[from + i - 1] : 0;
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / 400);
            emphasised[i] = hann * (sound[from + i] - 0.97 * before);
        }
        double[] logs = new double[26];
        for (int band = 0; band < 26; band++) {
            double sum = 0;
            for (int k = 0; k <= 256; k++) {
                sum += triangle(band, k * RATE / 512.0) * power(emphasised, k) / 400;
            }
            logs[band] = Math.log(sum + 1e-10);
        }
        double[] cepstrum = new double[13];
        for (int c = 0; c < 13; c++) {
            for (int band = 0; band < 26; band++) {
                cepstrum[c] += logs[band] * Math.cos(Math.PI * c * (2 * band + 1) / 52);
            }
        }
        return cepstrum;
    }

    private static double triangle(int band, double hz) {
        double low = edge(band);
        double centre = edge(band + 1);
        double high = edge(band + 2);
        return Math.max(0, Math.min((hz - low) / (centre - low), (high - hz) / (high - centre)));
    }

    private static double edge(int number) {
        double low = 2595 * Math.log10(1 + 80 / 700.0);
        double high = 2595 * Math.log10(1 + 7_600 / 700.0);
        return 700 * (Math.pow(10, (low + (high - low) * number / 27) / 2595) - 1);
    }

    private static double power(double[] frame, int k) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < frame.length; i++) {
            re += frame[i] * Math.cos(2 * Math.PI * k * i / 512);
            im -= frame[i] * Math.sin(2 * Math.PI * k * i / 512);
        }
        return re * re + im * im;
    }
}
