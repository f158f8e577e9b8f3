package auralis.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Decibels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimumPhaseTest {
    @ParameterizedTest
    @ValueSource(ints = {22_050, 44_100, 48_000, 96_000, 192_000})
    void hasTheWantedMagnitude(int sampleRate) {
        double[] hz = new double[200];
        double[] db = new double[hz.length];
        for (int i = 0; i < hz.length; i++) {
            hz[i] = 20 * Math.pow(1000, i / 199.0);
            // A tone curve as mastering draws it: a bass lift, a dip, a falling top.
            db[i] = 5 / (1 + hz[i] / 120) - 4 * Math.exp(-Math.pow(Math.log(hz[i] / 3000), 2) * 4);
            db[i] -= 3 * Math.pow(hz[i] / 20_000, 2);
        }
        float[] taps = MinimumPhase.taps(hz, db, sampleRate);
        for (int i = 0; i < hz.length && hz[i] < 0.48 * sampleRate; i++) {
            assertThat(magnitudeDb(taps, hz[i], sampleRate)).isCloseTo(db[i], within(0.03));
        }
    }

    @Test
    void ofAOnePoleMagnitudeIsTheOnePole() {
        int sampleRate = 44_100;
        double pole = 0.9;
        double[] hz = new double[sampleRate / 2];
        double[] db = new double[hz.length];
        for (int i = 0; i < hz.length; i++) {
            hz[i] = i + 1;
            double w = 2 * Math.PI * hz[i] / sampleRate;
            db[i] = -Decibels.ofPower(1 + pole * pole - 2 * pole * Math.cos(w));
        }
        float[] taps = MinimumPhase.taps(hz, db, sampleRate);
        for (int n = 0; n < 200; n++) {
            assertThat((double) taps[n]).isCloseTo(Math.pow(pole, n), within(3e-6));
        }
    }

    @Test
    void ofAFlatMagnitudeIsOneTap() {
        float[] taps = MinimumPhase.taps(new double[] {1000}, new double[] {-6}, 48_000);
        assertThat((double) taps[0]).isCloseTo(Decibels.toGain(-6), within(1e-6));
        for (int n = 1; n < taps.length; n++) {
            assertThat((double) taps[n]).isCloseTo(0, within(1e-7));
        }
    }

    @Test
    void isAsLongInTimeAtEveryRate() {
        assertThat(MinimumPhase.tapsAt(44_100)).isEqualTo(4096);
        assertThat(MinimumPhase.tapsAt(48_000)).isEqualTo(4096);
        assertThat(MinimumPhase.tapsAt(96_000)).isEqualTo(8192);
        assertThat(MinimumPhase.tapsAt(176_400)).isEqualTo(16_384);
        assertThat(MinimumPhase.tapsAt(22_050)).isEqualTo(2048);
    }

    @Test
    void refusesWhatIsNoGrid() {
        for (double[][] grid :
                new double[][][] {
                    {{}, {}},
                    {{100}, {0, 0}},
                    {{0, 100}, {0, 0}},
                    {{200, 100}, {0, 0}},
                    {{100}, {Double.NaN}},
                    {{100}, {Double.NEGATIVE_INFINITY}}
                }) {
            assertThatThrownBy(() -> MinimumPhase.taps(grid[0], grid[1], 48_000))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static double magnitudeDb(float[] taps, double hz, int sampleRate) {
        double re = 0;
        double im = 0;
        for (int n = 0; n < taps.length; n++) {
            double angle = 2 * Math.PI * hz * n / sampleRate;
            re += taps[n] * Math.cos(angle);
            im -= taps[n] * Math.sin(angle);
        }
        return Decibels.ofPower(re * re + im * im);
    }
}
