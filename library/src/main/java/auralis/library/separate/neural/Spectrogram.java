package auralis.library.separate.neural;

import auralis.dsp.spectrum.Fft;
import auralis.dsp.spectrum.Window;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The transform between sound and spectrum outside a model: frames of a periodic Hann window, 1024
 * samples apart, of sound that is mirrored at its ends without repeating the outermost sample.
 *
 * <p>Two conventions differ in where the first frame lies, in scale, and in which frames and bins
 * are left out. That of Demucs ({@code demucs/spec.py}, {@code htdemucs.py}): pads 1536 in front,
 * then half a frame, scales by 1/√N, and drops the Nyquist bin and two frames on both sides; on the
 * way back those are zero, and count in the sum of squared windows. That of MDX-Net (UVR, {@code
 * lib_v5/tfc_tdf_v3.py}): pads half a frame, does not scale, keeps the lowest bins and silences the
 * first three.
 *
 * <p>One thread.
 */
final class Spectrogram {
    static final int HYBRID_SIZE = 4096;
    static final int HYBRID_BINS = HYBRID_SIZE / 2;
    static final int HOP = 1024;

    private static final int DROPPED_FRAMES = 2;
    private static final int SILENT_BINS = 3;

    /** Real or imaginary parts in a tensor. */
    record Parts(FloatBuffer values, int offset, int perBin, int perFrame) {}

    private final int samples;
    private final Fft fft;
    private final float[] window;
    private final int first;
    private final int frames;
    private final int bins;
    private final int silentBins;
    private final float scale;
    private final float[] byWindows;
    private final float[] frame;

    private Spectrogram(
            int samples,
            int size,
            int first,
            int frames,
            int bins,
            int silentBins,
            double scale,
            int droppedFrames) {
        this.samples = samples;
        this.fft = Fft.ofSize(size);
        this.window = Window.hann(size);
        this.first = first;
        this.frames = frames;
        this.bins = bins;
        this.silentBins = silentBins;
        this.scale = (float) scale;
        this.frame = new float[size];
        this.byWindows = byWindows(droppedFrames);
    }

    /** Demucs's, of segments of any length from 2 s/16 on. */
    static Spectrogram hybrid(int samples) {
        return new Spectrogram(
                samples,
                HYBRID_SIZE,
                -HOP / 2 * 3,
                hybridFrames(samples),
                HYBRID_BINS,
                0,
                1 / Math.sqrt(HYBRID_SIZE),
                DROPPED_FRAMES);
    }

    static int hybridFrames(int samples) {
        return (samples + HOP - 1) / HOP;
    }

    static Spectrogram mdx(MdxParameters mdx) {
        return new Spectrogram(
                mdx.segmentFrames(),
                mdx.nFft(),
                -mdx.nFft() / 2,
                mdx.dimT(),
                mdx.dimF(),
                SILENT_BINS,
                1,
                0);
    }

    int bins() {
        return bins;
    }

    int frames() {
        return frames;
    }

    /** One by the sum of the squared windows over each sample. */
    private float[] byWindows(int droppedFrames) {
        double[] sum = new double[samples];
        for (int t = -droppedFrames; t < frames + droppedFrames; t++) {
            int start = first + t * HOP;
            int to = Math.min(window.length, samples - start);
            for (int i = Math.max(0, -start); i < to; i++) {
                sum[start + i] += (double) window[i] * window[i];
            }
        }
        float[] inverse = new float[samples];
        for (int i = 0; i < samples; i++) {
            inverse[i] = (float) (1 / sum[i]);
        }
        return inverse;
    }

    void forward(float[] sound, Parts real, Parts imaginary) {
        for (int t = 0; t < frames; t++) {
            int start = first + t * HOP;
            for (int i = 0; i < frame.length; i++) {
                frame[i] = sound[mirrored(start + i)] * window[i];
            }
            fft.forward(frame);
            // No imaginary part at 0 Hz; the Nyquist bin, which is packed there, is dropped.
            frame[1] = 0;
            write(real, t, 0);
            write(imaginary, t, 1);
        }
    }

    private int mirrored(int i) {
        if (i < 0) {
            return -i;
        }
        return i < samples ? i : 2 * (samples - 1) - i;
    }

    private void write(Parts parts, int t, int part) {
        FloatBuffer values = parts.values();
        int at = parts.offset() + t * parts.perFrame();
        for (int bin = 0; bin < bins; bin++) {
            values.put(at, bin < silentBins ? 0 : scale * frame[2 * bin + part]);
            at += parts.perBin();
        }
    }

    /**
     * Adds the sound of a spectrum.
     *
     * @param scaling of the values in the spectrum
     */
    void addInverse(Parts real, Parts imaginary, Scaling scaling, float[] sound) {
        for (int t = 0; t < frames; t++) {
            Arrays.fill(frame, 2 * bins, frame.length, 0);
            read(real, t, 0, scaling);
            read(imaginary, t, 1, scaling);
            frame[1] = 0;
            fft.inverse(frame);
            int start = first + t * HOP;
            int to = Math.min(frame.length, samples - start);
            for (int i = Math.max(0, -start); i < to; i++) {
                sound[start + i] += frame[i] * window[i] * byWindows[start + i];
            }
        }
    }

    private void read(Parts parts, int t, int part, Scaling scaling) {
        FloatBuffer values = parts.values();
        int at = parts.offset() + t * parts.perFrame();
        float gain = scaling.gain() / scale;
        float offset = scaling.offset() / scale;
        for (int bin = 0; bin < bins; bin++) {
            frame[2 * bin + part] = values.get(at) * gain + offset;
            at += parts.perBin();
        }
    }
}
