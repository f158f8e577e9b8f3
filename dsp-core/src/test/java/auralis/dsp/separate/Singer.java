package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.spectrum.Fft;
import auralis.dsp.spectrum.Window;
import java.util.Arrays;
import java.util.Random;

/**
 * Sings what was spoken: the spectral envelope of the speech, frame by frame, on the harmonics of a
 * melody with vibrato, or on noise where the speech is noise; in a small room.
 */
final class Singer {
    private static final int SIZE = 1_024;
    private static final int HOP = 256;
    private static final double VIBRATO_HZ = 5.6;
    private static final double VIBRATO_DEPTH = 0.012;
    private static final double LOWEST_HZ = 80;
    private static final double REVERBERATION_SECONDS = 0.9;
    private static final double[][] COMB_SECONDS = {
        {0.0297, 0.0371, 0.0411, 0.0437}, {0.0303, 0.0353, 0.0399, 0.0451}
    };

    /** Makes the tail some 15 dB weaker than the voice. */
    private static final float ROOM = 0.06f;

    private final int rate;
    private final double[] noteSeconds;
    private final double[] noteHz;
    private final Random random = new Random(11);
    private double phase;

    Singer(int rate, double[] noteSeconds, double[] noteHz) {
        this.rate = rate;
        this.noteSeconds = noteSeconds;
        this.noteHz = noteHz;
    }

    /** As long as the speech, in stereo. */
    AudioBlock sing(float[] speech) {
        float[] excitation = excitation(speech.length);
        float[] noise = noise(speech.length);
        float[] sung = new float[speech.length];
        float[] window = Window.hann(SIZE);
        for (int from = 0; from + SIZE <= speech.length; from += HOP) {
            float[] spoken = spectrum(speech, from, window);
            float[] tone = spectrum(excitation, from, window);
            float[] hiss = spectrum(noise, from, window);
            float[] source = isNoise(spoken) ? hiss : tone;
            shape(source, envelope(spoken), envelope(source));
            removeRumble(source);
            Fft.ofSize(SIZE).inverse(source);
            for (int i = 0; i < SIZE; i++) {
                sung[from + i] += source[i] * window[i] / 1.5f;
            }
        }
        return inARoom(sung);
    }

    private float[] excitation(int length) {
        float[] out = new float[length];
        int note = 0;
        for (int i = 0; i < length; i++) {
            double t = (double) i / rate;
            while (note + 1 < noteSeconds.length && noteSeconds[note + 1] <= t) {
                note++;
            }
            double hz = noteHz[note] * (1 + VIBRATO_DEPTH * Math.sin(2 * Math.PI * VIBRATO_HZ * t));
            phase += hz / rate;
            // A pulse without what would fold back: its harmonics up to 10 kHz.
            int harmonics = (int) (10_000 / hz);
            double half = Math.PI * phase;
            double sine = Math.sin(half);
            double pulse =
                    Math.abs(sine) < 1e-6
                            ? 1
                            : Math.sin((2 * harmonics + 1) * half) / ((2 * harmonics + 1) * sine);
            out[i] = (float) pulse;
        }
        return out;
    }

    private float[] noise(int length) {
        float[] out = new float[length];
        for (int i = 0; i < length; i++) {
            out[i] = 0.3f * (float) random.nextGaussian();
        }
        return out;
    }

    private static float[] spectrum(float[] samples, int from, float[] window) {
        float[] frame = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            frame[i] = samples[from + i] * window[i];
        }
        Fft.ofSize(SIZE).forward(frame);
        frame[1] = 0;
        return frame;
    }

    /** Hissing has most of its power above 3 kHz. */
    private boolean isNoise(float[] spectrum) {
        double low = 0;
        double high = 0;
        for (int bin = 1; bin < SIZE / 2; bin++) {
            double power = power(spectrum, bin);
            if (bin * rate / SIZE < 3_000) {
                low += power;
            } else {
                high += power;
            }
        }
        return high > low;
    }

    private static double power(float[] spectrum, int bin) {
        double re = spectrum[2 * bin];
        double im = spectrum[2 * bin + 1];
        return re * re + im * im;
    }

    /** The root of the mean power over some 400 Hz around each bin. */
    private static double[] envelope(float[] spectrum) {
        double[] envelope = new double[SIZE / 2];
        int around = 5;
        for (int bin = 0; bin < envelope.length; bin++) {
            double sum = 1e-12;
            int count = 0;
            for (int n = Math.max(1, bin - around); n <= bin + around && n < SIZE / 2; n++) {
                sum += power(spectrum, n);
                count++;
            }
            envelope[bin] = Math.sqrt(sum / Math.max(1, count));
        }
        return envelope;
    }

    private static void shape(float[] source, double[] wanted, double[] has) {
        for (int bin = 0; bin < wanted.length; bin++) {
            double gain = Math.min(100, wanted[bin] / has[bin]);
            source[2 * bin] *= (float) gain;
            source[2 * bin + 1] *= (float) gain;
        }
    }

    /** Pulses have a mean, voices have not: nothing up to the bin below the lowest note. */
    private void removeRumble(float[] spectrum) {
        int bins = (int) Math.ceil(LOWEST_HZ * SIZE / rate);
        Arrays.fill(spectrum, 0, 2 * bins, 0);
    }

    /**
     * With the tail of a room (M. R. Schroeder, "Natural sounding artificial reverberation", JAES
     * 1962: combs side by side), which differs between left and right as on records.
     */
    private AudioBlock inARoom(float[] dry) {
        AudioBlock out = new AudioBlock(2, dry.length);
        for (int c = 0; c < 2; c++) {
            float[] plane = out.plane(c);
            for (double seconds : COMB_SECONDS[c]) {
                addComb(dry, seconds, plane);
            }
            for (int i = 0; i < dry.length; i++) {
                plane[i] = dry[i] + plane[i];
            }
        }
        return out;
    }

    private void addComb(float[] dry, double seconds, float[] out) {
        int delay = (int) (seconds * rate);
        float feedback = (float) Math.pow(0.001, seconds / REVERBERATION_SECONDS);
        float[] comb = new float[dry.length];
        for (int i = delay; i < dry.length; i++) {
            comb[i] = feedback * (comb[i - delay] + ROOM * dry[i - delay]);
            out[i] += comb[i];
        }
    }
}
