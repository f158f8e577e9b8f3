package auralis.dsp.separate;

import auralis.dsp.Progress;
import auralis.dsp.spectrum.Fft;
import auralis.dsp.spectrum.Window;
import java.util.List;

/**
 * The complex spectra of one channel of a block, by frames of a periodic Hann window. With the same
 * window on the way back and frames a quarter apart, the squares of the windows add up to 3/2, so
 * unchanged spectra give the block back.
 */
final class Spectra {
    static final float WINDOW_SUM = 1.5f;

    private final Grid grid;
    private final float[][] frames;

    private Spectra(Grid grid, float[][] frames) {
        this.grid = grid;
        this.frames = frames;
    }

    /**
     * @param samples of the block, from index 0 on
     */
    static Spectra of(Grid grid, float[] samples, int count, long units, Progress progress)
            throws InterruptedException {
        float[][] frames = new float[grid.frames(count)][];
        float[] window = Window.hann(grid.size());
        Parallel.loop(
                frames.length,
                units,
                progress,
                t -> frames[t] = frame(grid, window, samples, count, t * grid.hop() - grid.size()));
        return new Spectra(grid, frames);
    }

    private static float[] frame(Grid grid, float[] window, float[] samples, int count, int from) {
        int size = grid.size();
        float[] packed = new float[size + 2];
        for (int i = Math.max(0, -from); i < Math.min(size, count - from); i++) {
            packed[i] = samples[from + i] * window[i];
        }
        Fft.ofSize(size).forward(packed);
        packed[size] = packed[1];
        packed[1] = 0;
        return packed;
    }

    /**
     * Turns a spectrum into a windowed frame, to be added to the others.
     *
     * @param spectrum as in {@link #frame}; becomes {@code size} samples
     */
    static void toSamples(Grid grid, float[] window, float[] spectrum) {
        int size = grid.size();
        spectrum[1] = spectrum[size];
        Fft.ofSize(size).inverse(spectrum);
        for (int i = 0; i < size; i++) {
            spectrum[i] *= window[i] / WINDOW_SUM;
        }
    }

    Grid grid() {
        return grid;
    }

    int count() {
        return frames.length;
    }

    float[][] frames() {
        return frames;
    }

    /** Real and imaginary parts of a frame, {@code [2 bin]} and {@code [2 bin + 1]}. */
    float[] frame(int t) {
        return frames[t];
    }

    static double power(float[] spectrum, int bin) {
        double re = spectrum[2 * bin];
        double im = spectrum[2 * bin + 1];
        return re * re + im * im;
    }

    /** Of all channels together. */
    static double power(List<Spectra> channels, int t, int bin) {
        double power = 0;
        for (Spectra channel : channels) {
            power += power(channel.frame(t), bin);
        }
        return power;
    }
}
