package auralis.dsp.speech;

import auralis.dsp.spectrum.Fft;
import auralis.dsp.spectrum.Window;

import java.util.Arrays;

/**
 * Mel frequency cepstral coefficients (Davis and Mermelstein, 1980) of speech at 16 kHz: frames of
 * 25 ms every 10 ms, pre-emphasis, 26 triangular bands of equal width in mel from 80 to 7600 Hz,
 * the logarithm of their power, and of its discrete cosine transform the first 13, the level among
 * them. One thread at a time.
 */
public final class Mfcc {
    /** In Hz. */
    public static final int SAMPLE_RATE = 16_000;

    /** From one frame to the next, in samples. */
    public static final int HOP = 160;

    /** Length of a frame, in samples. */
    public static final int FRAME = 400;

    private static final int SIZE = 512;
    private static final int BANDS = 26;
    private static final double LOW_HZ = 80;
    private static final double HIGH_HZ = 7_600;
    private static final float PRE_EMPHASIS = 0.97f;

    /** -100 dB: 16 bits hold nothing below. */
    private static final double FLOOR = 1e-10;

    private final Fft fft = Fft.ofSize(SIZE);
    private final float[] window = Window.hann(FRAME);
    private final double[] edges = edges();
    private final double[][] cosines = cosines();
    private final float[] frame = new float[SIZE];
    private final float[] power = new float[SIZE / 2 + 1];
    private final double[] logs = new double[BANDS];

    /** The bins, and parts of them, between which the bands lie. */
    private static double[] edges() {
        double[] edges = new double[BANDS + 2];
        for (int i = 0; i < edges.length; i++) {
            double mel = mel(LOW_HZ) + (mel(HIGH_HZ) - mel(LOW_HZ)) * i / (BANDS + 1);
            edges[i] = 700 * (Math.pow(10, mel / 2595) - 1) * SIZE / SAMPLE_RATE;
        }
        return edges;
    }

    private static double[][] cosines() {
        double[][] cosines = new double[Cepstra.COEFFICIENTS][BANDS];
        for (int c = 0; c < cosines.length; c++) {
            for (int band = 0; band < BANDS; band++) {
                cosines[c][band] = Math.cos(Math.PI * c * (band + 0.5) / BANDS);
            }
        }
        return cosines;
    }

    private static double mel(double hz) {
        return 2595 * Math.log10(1 + hz / 700);
    }

    /** The whole frames of a sound. */
    public Cepstra of(float[] samples) {
        int count = samples.length < FRAME ? 0 : (samples.length - FRAME) / HOP + 1;
        float[] values = new float[count * Cepstra.COEFFICIENTS];
        for (int i = 0; i < count; i++) {
            spectrum(samples, i * HOP);
            bands();
            cosines(values, i * Cepstra.COEFFICIENTS);
        }
        return new Cepstra(values);
    }

    private void spectrum(float[] samples, int from) {
        Arrays.fill(frame, 0);
        for (int i = 0; i < FRAME; i++) {
            float before = from + i > 0 ? samples[from + i - 1] : 0;
            frame[i] = window[i] * (samples[from + i] - PRE_EMPHASIS * before);
        }
        fft.forward(frame);
        Arrays.fill(power, 0);
        fft.addPower(frame, 1f / FRAME, power);
    }

    private void bands() {
        for (int band = 0; band < BANDS; band++) {
            double low = edges[band];
            double centre = edges[band + 1];
            double high = edges[band + 2];
            double sum = 0;
            for (int k = (int) Math.ceil(low); k < high; k++) {
                double height =
                        k < centre ? (k - low) / (centre - low) : (high - k) / (high - centre);
                sum += height * power[k];
            }
            logs[band] = Math.log(sum + FLOOR);
        }
    }

    private void cosines(float[] values, int at) {
        for (int c = 0; c < Cepstra.COEFFICIENTS; c++) {
            double sum = 0;
            for (int band = 0; band < BANDS; band++) {
                sum += logs[band] * cosines[c][band];
            }
            values[at + c] = (float) sum;
        }
    }
}
