package auralis.dsp.spectrum;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jtransforms.fft.FloatFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * The discrete Fourier transform of real frames of one size, X[k] = sum x[n] exp(-2 pi i k n / N),
 * in place and single-threaded over JTransforms.
 *
 * <p>A spectrum is packed into as many floats as the frame: {@code [0]} is the real part of bin 0,
 * {@code [1]} the real part of bin N/2 (both have no imaginary part), {@code [2k]} and {@code
 * [2k+1]} are the real and imaginary part of bin k. Everything that knows this packing is a method
 * here.
 *
 * <p>Instances hold tables only, so one is shared by all threads. Making the first of a size takes
 * long (milliseconds): do it in {@code prepare}.
 */
public final class Fft {
    private static final Map<Integer, Fft> BY_SIZE = new ConcurrentHashMap<>();

    static {
        // More threads are slower than one at the sizes of audio frames.
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    private final int size;
    private final FloatFFT_1D transform;

    private Fft(int size) {
        this.size = size;
        this.transform = new FloatFFT_1D(size);
    }

    /**
     * The transform of frames of {@code size} samples.
     *
     * @param size even, 4..2^24, a product of 2, 3 and 5; a power of two is fastest
     */
    public static Fft ofSize(int size) {
        if (size < 4 || size > 1 << 24 || size % 2 != 0 || !isSmooth(size)) {
            throw new IllegalArgumentException(
                    "not an even product of 2, 3 and 5 in 4..2^24: " + size);
        }
        return BY_SIZE.computeIfAbsent(size, Fft::new);
    }

    private static boolean isSmooth(int size) {
        int rest = size;
        for (int factor : new int[] {2, 3, 5}) {
            while (rest % factor == 0) {
                rest /= factor;
            }
        }
        return rest == 1;
    }

    public int size() {
        return size;
    }

    /** The number of bins from 0 Hz to half the sample rate, both included: size / 2 + 1. */
    public int bins() {
        return size / 2 + 1;
    }

    /** Turns the first {@link #size()} samples into their packed spectrum. */
    public void forward(float[] samples) {
        transform.realForward(samples);
    }

    /**
     * Transforms two real frames at once, as the real and the imaginary parts of {@link #size()}
     * complex samples: {@code [2n]} and {@code [2n+1]} are sample n of the two.
     */
    public void forwardPair(float[] pairs) {
        transform.complexForward(pairs);
    }

    /** Turns a packed spectrum back into samples; the inverse of {@link #forward}. */
    public void inverse(float[] spectrum) {
        transform.realInverse(spectrum, true);
    }

    /** Multiplies a packed spectrum by another: the circular convolution of the two frames. */
    public void multiply(float[] spectrum, float[] other) {
        spectrum[0] *= other[0];
        spectrum[1] *= other[1];
        for (int i = 2; i < size; i += 2) {
            float re = spectrum[i] * other[i] - spectrum[i + 1] * other[i + 1];
            spectrum[i + 1] = spectrum[i] * other[i + 1] + spectrum[i + 1] * other[i];
            spectrum[i] = re;
        }
    }

    /** Adds {@code scale} |X[k]|² of a packed spectrum to {@code power}, for all bins. */
    public void addPower(float[] spectrum, float scale, float[] power) {
        int half = size / 2;
        power[0] += scale * spectrum[0] * spectrum[0];
        power[half] += scale * spectrum[1] * spectrum[1];
        for (int k = 1; k < half; k++) {
            float re = spectrum[2 * k];
            float im = spectrum[2 * k + 1];
            power[k] += scale * (re * re + im * im);
        }
    }

    /**
     * Adds {@code scale} (|A[k]|² + |B[k]|²) of two frames after {@link #forwardPair}, for all
     * bins. With Z = A + iB the sum is (|Z[k]|² + |Z[N-k]|²) / 2: the two need not be told apart.
     */
    public void addPairPower(float[] pairs, float scale, float[] power) {
        int half = size / 2;
        power[0] += scale * squared(pairs, 0);
        power[half] += scale * squared(pairs, half);
        float halfScale = scale / 2;
        for (int k = 1; k < half; k++) {
            power[k] += halfScale * (squared(pairs, k) + squared(pairs, size - k));
        }
    }

    private static float squared(float[] pairs, int k) {
        float re = pairs[2 * k];
        float im = pairs[2 * k + 1];
        return re * re + im * im;
    }

    /**
     * Writes {@code scale} Re(A[k] conj(B[k])) of two frames after {@link #forwardPair}, for all
     * bins: half the imaginary part of Z[k] Z[N-k].
     */
    public void pairCrossPower(float[] pairs, float scale, float[] cross) {
        int half = size / 2;
        float halfScale = scale / 2;
        for (int k = 0; k <= half; k++) {
            int a = 2 * k;
            int b = k == 0 ? 0 : 2 * (size - k);
            cross[k] = halfScale * (pairs[a] * pairs[b + 1] + pairs[a + 1] * pairs[b]);
        }
    }
}
