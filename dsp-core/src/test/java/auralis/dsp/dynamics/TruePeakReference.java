package auralis.dsp.dynamics;

import auralis.dsp.Decibels;

/** A slow true-peak measurement by direct interpolation in double precision, 64 taps per phase. */
final class TruePeakReference {
    private static final int HALF_WIDTH = 32;
    private static final double BETA = 10;

    private TruePeakReference() {}

    /** The highest level on a grid of {@code factor} points per frame, ends left out. */
    static double levelDbtp(float[][] planes, int factor) {
        double peak = 0;
        for (int phase = 0; phase < factor; phase++) {
            double[] taps = taps((double) phase / factor);
            for (float[] plane : planes) {
                for (int i = HALF_WIDTH; i < plane.length - HALF_WIDTH; i++) {
                    peak = Math.max(peak, Math.abs(interpolate(plane, i, taps)));
                }
            }
        }
        return Decibels.ofGain(peak);
    }

    /** The highest value in [frame, frame + 1). */
    static double segmentPeak(float[] plane, int frame, int factor) {
        double peak = 0;
        for (int phase = 0; phase < factor; phase++) {
            double[] taps = taps((double) phase / factor);
            peak = Math.max(peak, Math.abs(interpolate(plane, frame, taps)));
        }
        return peak;
    }

    private static double interpolate(float[] plane, int frame, double[] taps) {
        double sum = 0;
        for (int k = 0; k < taps.length; k++) {
            sum += taps[k] * plane[frame + k - HALF_WIDTH + 1];
        }
        return sum;
    }

    private static double[] taps(double fraction) {
        double[] taps = new double[2 * HALF_WIDTH];
        double sum = 0;
        for (int k = 0; k < taps.length; k++) {
            double x = k - HALF_WIDTH + 1 - fraction;
            double t = x / HALF_WIDTH;
            double window = Math.abs(t) > 1 ? 0 : bessel(BETA * Math.sqrt(1 - t * t));
            taps[k] = window * (x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
            sum += taps[k];
        }
        for (int k = 0; k < taps.length; k++) {
            taps[k] /= sum;
        }
        return taps;
    }

    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; k < 60; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }
}
