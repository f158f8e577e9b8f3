package auralis.dsp.separate;

import auralis.dsp.Progress;
import java.util.Arrays;

/**
 * The pitch of one voice or instrument in a first estimate of it. How well a pitch fits a frame is
 * the product of the square root of its spectrum and a cosine with its peaks at the harmonics and
 * its troughs between them (SWIPE: A. Camacho, J. G. Harris, "A sawtooth waveform inspired pitch
 * estimator for speech and music", JASA 2008); so an octave below, with harmonics in its troughs,
 * fits less. The line through all frames is the one that fits best in sum and leaps seldom (A.
 * Viterbi's algorithm).
 *
 * <p>A voice moves, other instruments hold their notes and play the same ones again. So for a voice
 * the median of every partial over some frames and the median fit of every pitch over some seconds
 * are taken off: chords in the middle are not mistaken for it, and a note that it sings does not
 * last that long.
 *
 * @param hertz by frame
 * @param certainty 0 (nothing is played) to 1, by frame
 */
record PitchLine(float[] hertz, float[] certainty) {
    private static final int STEPS_PER_OCTAVE = 48;

    /** Frames that are weaker than this, of the root mean square of all, count less. */
    private static final double QUIET = 0.05;

    /** What a step between neighbouring frames costs beyond the first, and any leap at most. */
    private static final float STEP_COST = 0.02f;

    private static final float LEAP_COST = 0.5f;
    private static final int REACH = Math.round(LEAP_COST / STEP_COST);

    /** What is held over so long is another instrument. */
    private static final double HELD_PARTIAL_SECONDS = 0.395;

    private static final float HELD_PARTIAL = 0.7f;
    private static final double HELD_PITCH_SECONDS = 3;
    private static final int HELD_PITCH_FRAMES = 33;

    /**
     * Where the pitch may be, and up to where its harmonics are looked for.
     *
     * @param moves whether what is held is overheard
     * @param leastFit a fit of less tells of no pitch
     * @param sureFit a fit of so much more, of one for sure
     */
    record Range(
            double lowestHz,
            double highestHz,
            double highestHarmonicHz,
            boolean moves,
            double leastFit,
            double sureFit) {
        int pitches() {
            return (int) Math.ceil(STEPS_PER_OCTAVE * Math.log(highestHz / lowestHz) / Math.log(2));
        }

        int bins(Grid grid) {
            int bins = 1 + (int) (highestHarmonicHz * grid.size() / grid.sampleRate());
            return Math.min(bins, grid.bins());
        }

        double hertz(double pitch) {
            return lowestHz * Math.pow(2, pitch / STEPS_PER_OCTAVE);
        }
    }

    /** The lowest bins of a frame. */
    interface Spectrum {
        float[] of(int t, int bins);
    }

    /**
     * @param spectrum tells the estimate of each of so many frames
     */
    static PitchLine of(
            Grid grid, Range range, int frames, Spectrum spectrum, long units, Progress progress)
            throws InterruptedException {
        float[][] magnitude = magnitude(spectrum, frames, range.bins(grid), progress);
        if (range.moves()) {
            int[] around = around(grid.oddFrames(HELD_PARTIAL_SECONDS), 1);
            magnitude = withoutHeld(magnitude, around, HELD_PARTIAL, progress);
        }
        float[][] fit = fit(grid, range, magnitude, units, progress);
        if (range.moves()) {
            int stride = Math.round((float) grid.oddFrames(HELD_PITCH_SECONDS) / HELD_PITCH_FRAMES);
            fit = withoutHeld(fit, around(HELD_PITCH_FRAMES, stride), 1, progress);
        }
        return along(path(fit), fit, range);
    }

    private static float[][] magnitude(Spectrum spectrum, int frames, int bins, Progress progress)
            throws InterruptedException {
        float[][] magnitude = new float[frames][bins];
        Parallel.loop(
                frames,
                0,
                progress,
                t -> {
                    float[] frame = spectrum.of(t, bins);
                    // No pitch is as low as the lowest bin.
                    for (int bin = 1; bin < bins; bin++) {
                        double re = frame[2 * bin];
                        double im = frame[2 * bin + 1];
                        magnitude[t][bin] = (float) Math.sqrt(re * re + im * im);
                    }
                });
        return magnitude;
    }

    private static int[] around(int count, int stride) {
        int[] around = new int[count];
        for (int i = 0; i < count; i++) {
            around[i] = (i - count / 2) * stride;
        }
        return around;
    }

    /**
     * @param around the frames whose median is held, seen from the one they are around
     * @param share of what is held that is taken off
     */
    private static float[][] withoutHeld(
            float[][] values, int[] around, float share, Progress progress)
            throws InterruptedException {
        float[][] moving = new float[values.length][values[0].length];
        Parallel.loop(
                values.length,
                0,
                progress,
                t -> {
                    int[] rows = around.clone();
                    for (int i = 0; i < rows.length; i++) {
                        rows[i] = MedianNetwork.mirrored(t + around[i], values.length);
                    }
                    MedianNetwork.of(rows.length).ofRows(values, rows, moving[t]);
                    for (int i = 0; i < moving[t].length; i++) {
                        float value = values[t][i];
                        moving[t][i] = value - share * Math.max(0, moving[t][i]);
                    }
                });
        return moving;
    }

    private static float[][] fit(
            Grid grid, Range range, float[][] magnitude, long units, Progress progress)
            throws InterruptedException {
        float[][] kernels = kernels(grid, range);
        float[][] fit = new float[magnitude.length][range.pitches()];
        double[] power = new double[magnitude.length];
        Parallel.loop(
                fit.length,
                units,
                progress,
                t -> {
                    float[] roots = new float[kernels.length];
                    power[t] = roots(magnitude[t], roots);
                    fit(kernels, roots, fit[t]);
                });
        weaken(fit, power);
        return fit;
    }

    int frames() {
        return hertz.length;
    }

    /** The pitch of a frame in bins. */
    double bins(Grid grid, int t) {
        return hertz[t] * grid.size() / grid.sampleRate();
    }

    /** By bin and pitch; for each pitch the squares of what is positive add up to 1. */
    private static float[][] kernels(Grid grid, Range range) {
        float[][] kernels = new float[range.bins(grid)][range.pitches()];
        for (int pitch = 0; pitch < range.pitches(); pitch++) {
            double square = 0;
            for (int bin = 1; bin < kernels.length; bin++) {
                double harmonic = grid.hertz(bin) / range.hertz(pitch);
                double trough = harmonic < 0.25 ? 0 : harmonic < 0.75 ? 0.5 : 1;
                double value = trough * Math.cos(2 * Math.PI * harmonic) / Math.sqrt(harmonic);
                kernels[bin][pitch] = (float) value;
                square += value > 0 ? value * value : 0;
            }
            for (float[] bin : kernels) {
                bin[pitch] /= (float) Math.sqrt(square);
            }
        }
        return kernels;
    }

    private static void scale(float[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) factor;
        }
    }

    /**
     * @param roots is filled with the square roots of the magnitudes, of length 1 together
     * @return the power
     */
    private static double roots(float[] spectrum, float[] roots) {
        double power = 0;
        double sum = 0;
        for (int bin = 1; bin < roots.length; bin++) {
            double magnitude = Math.max(0, spectrum[bin]);
            roots[bin] = (float) Math.sqrt(magnitude);
            power += magnitude * magnitude;
            sum += magnitude;
        }
        if (sum > 0) {
            scale(roots, 1 / Math.sqrt(sum));
        }
        return power;
    }

    /** All pitches at once, so that they become vector instructions. */
    private static void fit(float[][] kernels, float[] roots, float[] fit) {
        for (int bin = 1; bin < roots.length; bin++) {
            float[] kernel = kernels[bin];
            float root = roots[bin];
            for (int pitch = 0; pitch < fit.length; pitch++) {
                fit[pitch] += root * kernel[pitch];
            }
        }
    }

    private static void weaken(float[][] fit, double[] power) {
        double floor = QUIET * Math.sqrt(Arrays.stream(power).sum() / power.length);
        for (int t = 0; t < fit.length; t++) {
            double magnitude = Math.sqrt(power[t]);
            scale(fit[t], magnitude > 0 ? magnitude / (magnitude + floor) : 0);
        }
    }

    /** The pitch of every frame on the best line. */
    private static int[] path(float[][] fit) {
        int pitches = fit[0].length;
        int[][] before = new int[fit.length][pitches];
        float[] sum = new float[pitches];
        for (int t = 0; t < fit.length; t++) {
            float[] next = new float[pitches];
            int best = indexOfGreatest(sum);
            for (int pitch = 0; pitch < pitches; pitch++) {
                int from = nearest(sum, pitch, best);
                before[t][pitch] = from;
                next[pitch] = sum[from] - cost(from, pitch) + fit[t][pitch];
            }
            // Only differences matter; sums would lose their digits.
            float greatest = next[indexOfGreatest(next)];
            for (int pitch = 0; pitch < pitches; pitch++) {
                sum[pitch] = next[pitch] - greatest;
            }
        }
        int[] path = new int[fit.length];
        int pitch = indexOfGreatest(sum);
        for (int t = fit.length - 1; t >= 0; t--) {
            path[t] = pitch;
            pitch = before[t][pitch];
        }
        return path;
    }

    /** Where a pitch is best come from: from near it, or by a leap. */
    private static int nearest(float[] sum, int pitch, int best) {
        int nearest = best;
        float greatest = sum[best] - cost(best, pitch);
        int to = Math.min(sum.length - 1, pitch + REACH);
        for (int from = Math.max(0, pitch - REACH); from <= to; from++) {
            float value = sum[from] - cost(from, pitch);
            if (value > greatest) {
                greatest = value;
                nearest = from;
            }
        }
        return nearest;
    }

    private static float cost(int from, int to) {
        return Math.min(LEAP_COST, STEP_COST * Math.max(0, Math.abs(from - to) - 1));
    }

    private static int indexOfGreatest(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    private static PitchLine along(int[] path, float[][] fit, Range range) {
        float[] hertz = new float[path.length];
        float[] certainty = new float[path.length];
        for (int t = 0; t < path.length; t++) {
            hertz[t] = (float) range.hertz(path[t] + peakOffset(fit[t], path[t]));
            double sure = (fit[t][path[t]] - range.leastFit()) / range.sureFit();
            certainty[t] = (float) Math.max(0, Math.min(1, sure));
        }
        return new PitchLine(hertz, certainty);
    }

    /** From a pitch to the top of the parabola through it and its neighbours. */
    private static double peakOffset(float[] fit, int pitch) {
        if (pitch == 0 || pitch == fit.length - 1) {
            return 0;
        }
        double bend = fit[pitch - 1] - 2 * fit[pitch] + fit[pitch + 1];
        double offset = bend < 0 ? 0.5 * (fit[pitch - 1] - fit[pitch + 1]) / bend : 0;
        return Math.abs(offset) <= 1 ? offset : 0;
    }
}
