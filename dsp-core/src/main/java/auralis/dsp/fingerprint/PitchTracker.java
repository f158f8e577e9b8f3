package auralis.dsp.fingerprint;

import auralis.dsp.spectrum.Fft;
import auralis.dsp.spectrum.Window;
import java.util.Arrays;

/**
 * Tells of each frame whether it has a pitch, and one that stays: within 50 cents of the median of
 * the pitches of the two frames before and after.
 *
 * <p>The pitch is YIN's (de Cheveigné and Kawahara, JASA 111, 2002): the first lag at which the
 * cumulative mean normalised difference falls under 0.15, refined by a parabola, for 60..1000 Hz.
 * The difference 2 (r(0) - r(lag)) is taken from the autocorrelation of the windowed frame, which
 * is the inverse transform of its power spectrum, divided by that of the window. So it costs one
 * small transform, regards all channels without adding them up, and by taking only the lower bins
 * works at about 11 kHz.
 */
final class PitchTracker {
    /** Takes the frames, two frames late. */
    @FunctionalInterface
    interface Listener {
        void frame(double power, boolean stable);
    }

    private static final int LAG_SIZE = 1024;
    private static final double LOWEST_HZ = 60;
    private static final double HIGHEST_HZ = 1000;
    private static final double THRESHOLD = 0.15;
    private static final double HALF_SEMITONE = Math.pow(2, 50.0 / 1200);
    private static final int AROUND = 5;
    private static final int LEAST_VOICED = 3;

    private final Listener listener;
    private final Fft fft;
    private final double lagRate;
    private final int minLag;
    private final int maxLag;
    private final float[] lags;
    private final double[] windowLags;
    private final double[] difference;

    /** Pitch in Hz, 0 for none, and power of the last frames: rings. */
    private final double[] pitches = new double[AROUND];

    private final double[] powers = new double[AROUND];
    private final double[] voiced = new double[AROUND];
    private long frames;

    /**
     * @param windowFrames the length of the Hann window of the spectra
     * @param bins of the spectra
     */
    PitchTracker(int windowFrames, int bins, double binHz, Listener listener) {
        this.listener = listener;
        int size = 2 * (bins - 1);
        this.fft = Fft.ofSize(Math.min(size, LAG_SIZE));
        this.lagRate = binHz * fft.size();
        this.minLag = Math.max(2, (int) Math.floor(lagRate / HIGHEST_HZ));
        this.maxLag = Math.min(fft.size() / 2 - 1, (int) Math.ceil(lagRate / LOWEST_HZ));
        this.lags = new float[fft.size()];
        this.difference = new double[maxLag + 2];
        this.windowLags = windowLags(windowFrames, size);
    }

    /** The autocorrelation of the window at the lags, 1 at lag 0. */
    private double[] windowLags(int windowFrames, int size) {
        Fft whole = Fft.ofSize(size);
        float[] window = Arrays.copyOf(Window.hann(windowFrames), size);
        float[] power = new float[whole.bins()];
        whole.forward(window);
        whole.addPower(window, 1, power);
        correlate(power);
        double[] correlation = new double[maxLag + 2];
        for (int lag = 0; lag < correlation.length; lag++) {
            correlation[lag] = lags[lag] / lags[0];
        }
        return correlation;
    }

    /** Fills the lags with the autocorrelation of what has this power spectrum. */
    private void correlate(float[] power) {
        for (int k = 0; k < fft.bins() - 1; k++) {
            lags[2 * k] = power[k];
            lags[2 * k + 1] = 0;
        }
        lags[1] = power[fft.bins() - 1];
        fft.inverse(lags);
    }

    void add(double power, float[] spectrum) {
        int now = (int) (frames % AROUND);
        correlate(spectrum);
        pitches[now] = lags[0] > 0 ? pitchHz() : 0;
        powers[now] = power;
        frames++;
        if (frames >= AROUND) {
            int centre = (int) ((frames + AROUND / 2) % AROUND);
            listener.frame(powers[centre], isStable(pitches[centre]));
        }
    }

    private double pitchHz() {
        double sum = 0;
        for (int lag = 1; lag < difference.length; lag++) {
            double d = Math.max(0, 1 - lags[lag] / (lags[0] * windowLags[lag]));
            sum += d;
            difference[lag] = sum > 0 ? d * lag / sum : 1;
        }
        for (int lag = minLag; lag <= maxLag; lag++) {
            if (difference[lag] < THRESHOLD && difference[lag] <= difference[lag + 1]) {
                return lagRate / refined(lag);
            }
        }
        return 0;
    }

    /** The lag of the minimum of the parabola through three points. */
    private double refined(int lag) {
        double left = difference[lag - 1] - difference[lag];
        double right = difference[lag + 1] - difference[lag];
        double bend = left + right;
        return bend > 0 ? lag + Math.max(-0.5, Math.min(0.5, (left - right) / (2 * bend))) : lag;
    }

    private boolean isStable(double pitch) {
        int count = 0;
        for (double each : pitches) {
            if (each > 0) {
                voiced[count++] = each;
            }
        }
        if (pitch == 0 || count < LEAST_VOICED) {
            return false;
        }
        Arrays.sort(voiced, 0, count);
        double median = voiced[count / 2];
        return pitch < median * HALF_SEMITONE && pitch > median / HALF_SEMITONE;
    }
}
