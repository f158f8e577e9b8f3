package auralis.dsp.separate;

import auralis.dsp.spectrum.Fft;
import auralis.dsp.spectrum.Window;
import java.util.Arrays;

/**
 * Lonely points in the spectra of a sound, which are heard as tinkling: the kurtosis of the power
 * of a bin over time. Processing has made so many more of them as it has become greater (Y. Uemura
 * et al., "Automatic optimization scheme of spectral subtraction based on musical noise assessment
 * via higher-order statistics", IWAENC 2008).
 */
final class MusicalNoise {
    private static final int SIZE = 1_024;

    private final float[] window = Window.hann(SIZE);
    private final double[] squares = new double[SIZE / 2];
    private final double[] fourths = new double[SIZE / 2];
    private long count;

    void add(float[] samples, int from, int to) {
        float[] frame = new float[SIZE];
        for (int at = from; at + SIZE <= to; at += SIZE) {
            for (int i = 0; i < SIZE; i++) {
                frame[i] = samples[at + i] * window[i];
            }
            Fft.ofSize(SIZE).forward(frame);
            for (int bin = 1; bin < SIZE / 2; bin++) {
                double re = frame[2 * bin];
                double im = frame[2 * bin + 1];
                double power = re * re + im * im;
                squares[bin] += power * power;
                fourths[bin] += power * power * power * power;
            }
            count++;
        }
    }

    /** The median over the bins. */
    double kurtosis() {
        double[] kurtosis = new double[SIZE / 2 - 1];
        for (int i = 0; i < kurtosis.length; i++) {
            double square = squares[i + 1];
            kurtosis[i] = square > 0 ? count * fourths[i + 1] / (square * square) : 1;
        }
        Arrays.sort(kurtosis);
        return kurtosis[kurtosis.length / 2];
    }
}
