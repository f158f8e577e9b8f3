package auralis.dsp.spectrum;

/** Windows for short-time spectra, periodic: one more sample would begin the next period. */
public final class Window {
    private Window() {}

    /** The Hann window, 0.5 - 0.5 cos(2 pi i / size); its mean is 1/2, its mean square 3/8. */
    public static float[] hann(int size) {
        float[] window = new float[size];
        for (int i = 0; i < size; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / size));
        }
        return window;
    }
}
