package auralis.dsp.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FftTest {
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 64, 60, 512, 1440})
    void forwardIsTheDefiningSum(int size) {
        float[] x = noise(size, 1);
        float[] packed = x.clone();
        Fft.ofSize(size).forward(packed);
        for (int k = 0; k <= size / 2; k++) {
            double re = 0;
            double im = 0;
            for (int n = 0; n < size; n++) {
                double angle = -2 * Math.PI * k * n / size;
                re += x[n] * Math.cos(angle);
                im += x[n] * Math.sin(angle);
            }
            assertThat((double) real(packed, k)).isCloseTo(re, within(1e-5 * size));
            assertThat((double) imaginary(packed, k)).isCloseTo(im, within(1e-5 * size));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 1024, 5120, 7680, 65_536})
    void inverseUndoesForward(int size) {
        float[] x = noise(size, 2);
        float[] there = x.clone();
        Fft.ofSize(size).forward(there);
        Fft.ofSize(size).inverse(there);
        for (int n = 0; n < size; n++) {
            assertThat(there[n]).isCloseTo(x[n], within(2e-6f));
        }
    }

    @Test
    void productIsCircularConvolution() {
        int size = 32;
        Fft fft = Fft.ofSize(size);
        float[] x = noise(size, 3);
        float[] h = noise(size, 4);
        float[] product = x.clone();
        float[] response = h.clone();
        fft.forward(product);
        fft.forward(response);
        fft.multiply(product, response);
        fft.inverse(product);
        for (int n = 0; n < size; n++) {
            double sum = 0;
            for (int m = 0; m < size; m++) {
                sum += x[m] * h[(n - m + size) % size];
            }
            assertThat((double) product[n]).isCloseTo(sum, within(1e-5));
        }
    }

    @Test
    void powersAddUpToTheEnergyOfTheFrame() {
        int size = 256;
        Fft fft = Fft.ofSize(size);
        float[] x = noise(size, 5);
        double energy = 0;
        for (float sample : x) {
            energy += sample * sample;
        }
        float[] power = new float[fft.bins()];
        fft.forward(x);
        fft.addPower(x, 1f / size, power);
        double sum = power[0] + power[size / 2];
        for (int k = 1; k < size / 2; k++) {
            sum += 2 * power[k];
        }
        assertThat(sum).isCloseTo(energy, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 4096})
    void thePowerOfTwoFramesAtOnceIsTheSumOfBoth(int size) {
        Fft fft = Fft.ofSize(size);
        float[] a = noise(size, 6);
        float[] b = noise(size, 7);
        float[] pairs = new float[2 * size];
        for (int n = 0; n < size; n++) {
            pairs[2 * n] = a[n];
            pairs[2 * n + 1] = b[n];
        }
        float[] together = new float[fft.bins()];
        fft.forwardPair(pairs);
        fft.addPairPower(pairs, 0.5f, together);
        float[] apart = new float[fft.bins()];
        for (float[] frame : new float[][] {a, b}) {
            fft.forward(frame);
            fft.addPower(frame, 0.5f, apart);
        }
        for (int k = 0; k < apart.length; k++) {
            assertThat(together[k]).isCloseTo(apart[k], within(1e-5f * size));
        }
    }

    @Test
    void oneInstancePerSize() {
        assertThat(Fft.ofSize(128)).isSameAs(Fft.ofSize(128));
        assertThatThrownBy(() -> Fft.ofSize(98)).isInstanceOf(IllegalArgumentException.class);
    }

    private static float real(float[] packed, int bin) {
        return bin == packed.length / 2 ? packed[1] : packed[2 * bin];
    }

    private static float imaginary(float[] packed, int bin) {
        return bin == 0 || bin == packed.length / 2 ? 0 : packed[2 * bin + 1];
    }

    private static float[] noise(int size, long seed) {
        Random random = new Random(seed);
        float[] x = new float[size];
        for (int n = 0; n < size; n++) {
            x[n] = 2 * random.nextFloat() - 1;
        }
        return x;
    }
}
