package auralis.dsp.filter;

import auralis.dsp.Decibels;
import auralis.dsp.spectrum.Fft;
import java.util.Arrays;

/**
 * Design of a minimum-phase impulse response from a wanted magnitude response: no pre-echo, the
 * least delay of all filters with that magnitude.
 *
 * <p>The logarithms of magnitude and phase of such a filter are a Hilbert pair, so its cepstrum is
 * causal: the even cepstrum of the log magnitude is folded onto its positive half and transformed
 * back (Oppenheim and Schafer, Discrete-Time Signal Processing, "homomorphic filtering").
 */
public final class MinimumPhase {
    private static final int TAPS_AT_48_KHZ = 4096;

    /** Length of the cepstrum in taps: what does not fit folds back onto it as error. */
    private static final int CEPSTRUM_TAPS = 8;

    private MinimumPhase() {}

    /** The length of a response: 4096 at 44.1 and 48 kHz, about as long in time at other rates. */
    public static int tapsAt(int sampleRate) {
        double octaves = Math.log(sampleRate / 48_000.0) / Math.log(2);
        return (int) Math.max(64, TAPS_AT_48_KHZ * Math.pow(2, Math.round(octaves)));
    }

    /**
     * The taps of the filter with the given magnitude, interpolated linearly in dB over the
     * logarithm of frequency and held constant outside the grid. The second half fades out by half
     * a Hann window.
     *
     * @param frequenciesHz above 0, rising
     * @param gainsDb one finite value per frequency
     */
    public static float[] taps(double[] frequenciesHz, double[] gainsDb, int sampleRate) {
        requireGrid(frequenciesHz, gainsDb);
        int length = tapsAt(sampleRate);
        Fft fft = Fft.ofSize(CEPSTRUM_TAPS * length);
        float[] work = logMagnitude(frequenciesHz, gainsDb, sampleRate, fft.size());
        fft.inverse(work);
        foldOntoPositiveTime(work);
        fft.forward(work);
        exponential(work);
        fft.inverse(work);
        return faded(work, length);
    }

    private static void requireGrid(double[] frequenciesHz, double[] gainsDb) {
        if (frequenciesHz.length == 0 || frequenciesHz.length != gainsDb.length) {
            throw new IllegalArgumentException(
                    frequenciesHz.length + " frequencies, " + gainsDb.length + " gains");
        }
        double last = 0;
        for (int i = 0; i < frequenciesHz.length; i++) {
            if (!(frequenciesHz[i] > last) || !Double.isFinite(gainsDb[i])) {
                throw new IllegalArgumentException(
                        gainsDb[i] + " dB at " + frequenciesHz[i] + " Hz");
            }
            last = frequenciesHz[i];
        }
    }

    /** The packed spectrum ln|H|, which has no imaginary part. */
    private static float[] logMagnitude(double[] hz, double[] gainsDb, int sampleRate, int size) {
        double[] logHz = Arrays.stream(hz).map(Math::log).toArray();
        float[] spectrum = new float[size];
        int segment = 0;
        for (int k = 1; k <= size / 2; k++) {
            double logAt = Math.log((double) k * sampleRate / size);
            while (segment < hz.length - 1 && logHz[segment + 1] < logAt) {
                segment++;
            }
            double db = interpolate(logHz, gainsDb, segment, logAt);
            spectrum[k == size / 2 ? 1 : 2 * k] = (float) Math.log(Decibels.toGain(db));
        }
        spectrum[0] = spectrum[2];
        return spectrum;
    }

    private static double interpolate(double[] x, double[] y, int segment, double at) {
        if (segment == x.length - 1 || at <= x[segment]) {
            return y[segment];
        }
        double t = (at - x[segment]) / (x[segment + 1] - x[segment]);
        return y[segment] + t * (y[segment + 1] - y[segment]);
    }

    private static void foldOntoPositiveTime(float[] cepstrum) {
        int half = cepstrum.length / 2;
        for (int n = 1; n < half; n++) {
            cepstrum[n] *= 2;
        }
        Arrays.fill(cepstrum, half + 1, cepstrum.length, 0f);
    }

    /** The complex exponential of a packed spectrum, bin by bin. */
    private static void exponential(float[] spectrum) {
        spectrum[0] = (float) Math.exp(spectrum[0]);
        spectrum[1] = (float) Math.exp(spectrum[1]);
        for (int i = 2; i < spectrum.length; i += 2) {
            double magnitude = Math.exp(spectrum[i]);
            double phase = spectrum[i + 1];
            spectrum[i] = (float) (magnitude * Math.cos(phase));
            spectrum[i + 1] = (float) (magnitude * Math.sin(phase));
        }
    }

    private static float[] faded(float[] response, int length) {
        float[] taps = Arrays.copyOf(response, length);
        int half = length / 2;
        for (int i = 0; i < half; i++) {
            taps[half + i] *= (float) (0.5 + 0.5 * Math.cos(Math.PI * (i + 0.5) / half));
        }
        return taps;
    }
}
