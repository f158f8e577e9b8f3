package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.spectrum.PowerSpectrum;
import auralis.dsp.spectrum.Stft;
import java.util.Arrays;

/**
 * The spectrum of the last seconds: Hann frames of 0.34 s, of which one third octave at 25 Hz still
 * is several bins, averaged with a time constant of 1.5 s (which has the noise of a plain mean over
 * 3 s) and smoothed over 1/6 octave.
 */
final class LiveSpectrum {
    static final double LOW_HZ = 20;
    static final double HIGH_HZ = 20_000;

    /** Points from 20 Hz to 20 kHz, both included, in equal ratios. */
    static final int POINTS = 160;

    static final float FLOOR_DB = -120;

    private static final double SPAN_SECONDS = 16_384 / 48_000.0;
    private static final double HOP_SECONDS = SPAN_SECONDS / 4;
    private static final double AVERAGE_SECONDS = 1.5;
    private static final double ALPHA = 1 - Math.exp(-HOP_SECONDS / AVERAGE_SECONDS);

    /** From the middle to the edge of 1/6 octave. */
    private static final double EDGE = Math.pow(2, 1 / 12.0);

    /** A sine of full scale, whose mean square is 1/2, reads 0 dB. */
    private static final double SINE = 2;

    private final Stft stft;
    private final double[] mean;
    private float[] levels = silence();
    private long frames;
    private boolean changed;

    LiveSpectrum(StreamFormat format) {
        stft = new Stft(format, SPAN_SECONDS, HOP_SECONDS, this::add);
        mean = new double[stft.bins()];
    }

    static float[] silence() {
        float[] silence = new float[POINTS];
        Arrays.fill(silence, FLOOR_DB);
        return silence;
    }

    void process(AudioBlock block) {
        stft.process(block);
    }

    private void add(float[] power) {
        frames++;
        double share = Math.max(ALPHA, 1.0 / frames);
        for (int k = 0; k < mean.length; k++) {
            mean[k] += share * (power[k] - mean[k]);
        }
        changed = true;
    }

    /** In dB of a full-scale sine; another array for each spectrum. */
    float[] levelsDb() {
        if (changed) {
            changed = false;
            levels = smoothed();
        }
        return levels;
    }

    private float[] smoothed() {
        PowerSpectrum spectrum = new PowerSpectrum(mean, stft.binHz());
        float[] db = new float[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double hz = LOW_HZ * Math.pow(HIGH_HZ / LOW_HZ, i / (POINTS - 1.0));
            double power = SINE * spectrum.power(hz / EDGE, hz * EDGE);
            db[i] = (float) Math.max(FLOOR_DB, Decibels.ofPower(power));
        }
        return db;
    }

    void reset() {
        stft.reset();
        Arrays.fill(mean, 0);
        levels = silence();
        frames = 0;
        changed = false;
    }
}
