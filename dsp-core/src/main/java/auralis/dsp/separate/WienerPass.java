package auralis.dsp.separate;

import auralis.dsp.Progress;

/**
 * Refines estimates by where in the stereo field each stem is, bin by bin: one step of the
 * expectation-maximisation of multichannel Wiener filters (N. Q. K. Duong, E. Vincent, R.
 * Gribonval, "Under-determined reverberant audio source separation using a full-rank spatial
 * covariance model", IEEE TASLP 2010), of which three quarters are taken: all of it makes more of
 * what was wrong.
 *
 * <p>Of stem j with estimate y the power is v = |y|²/2 and the spatial covariance R the sum of y yᴴ
 * over time, at trace 2. The filter gives it v R (Σ v R)⁻¹ x of the mix x.
 */
final class WienerPass {
    private static final double STRENGTH = 0.75;

    /** Keeps a covariance from vanishing in a direction. */
    private static final double LEAST = 1e-3;

    /** Sums in parts of their own, which are added in their order: always the same rounding. */
    private static final int PARTS = 64;

    /** Left, right, and the complex cross term, of each stem and bin. */
    private final double[][] covariance;

    private final Estimates estimates;

    private WienerPass(Estimates estimates, double[][] covariance) {
        this.estimates = estimates;
        this.covariance = covariance;
    }

    static WienerPass over(Estimates estimates, int frames, long units, Progress progress)
            throws InterruptedException {
        int bins = estimates.belowVoice().length;
        double[][] sum = new double[Estimates.STEMS][4 * bins];
        int stride = (frames + PARTS - 1) / PARTS;
        for (int from = 0; from < frames; from += stride * 4) {
            int first = from;
            double[][][] parts = new double[4][][];
            Parallel.loop(
                    4,
                    units * stride * 4 / frames,
                    progress,
                    part -> {
                        int start = first + part * stride;
                        parts[part] = sum(estimates, bins, start, Math.min(frames, start + stride));
                    });
            for (double[][] part : parts) {
                add(part, sum);
            }
        }
        for (double[] ofStem : sum) {
            normalise(ofStem);
        }
        return new WienerPass(estimates, sum);
    }

    private static double[][] sum(Estimates estimates, int bins, int from, int to) {
        double[][] sum = new double[Estimates.STEMS][4 * bins];
        float[][][] stems = estimates.scratch();
        for (int t = from; t < to; t++) {
            estimates.fill(t, stems);
            for (int stem = 0; stem < Estimates.STEMS; stem++) {
                accumulate(stems[stem][0], stems[stem][1], sum[stem]);
            }
        }
        return sum;
    }

    private static void accumulate(float[] left, float[] right, double[] sum) {
        for (int i = 0; i + 1 < left.length; i += 2) {
            double lRe = left[i];
            double lIm = left[i + 1];
            double rRe = right[i];
            double rIm = right[i + 1];
            sum[2 * i] += lRe * lRe + lIm * lIm;
            sum[2 * i + 1] += rRe * rRe + rIm * rIm;
            sum[2 * i + 2] += lRe * rRe + lIm * rIm;
            sum[2 * i + 3] += lIm * rRe - lRe * rIm;
        }
    }

    private static void add(double[][] part, double[][] sum) {
        for (int stem = 0; stem < sum.length; stem++) {
            for (int i = 0; i < sum[stem].length; i++) {
                sum[stem][i] += part[stem][i];
            }
        }
    }

    private static void normalise(double[] covariance) {
        for (int i = 0; i < covariance.length; i += 4) {
            double trace = covariance[i] + covariance[i + 1];
            double scale = trace > 0 ? 2 / trace : 0;
            for (int n = i; n < i + 4; n++) {
                covariance[n] *= scale;
            }
            covariance[i] += LEAST;
            covariance[i + 1] += LEAST;
        }
    }

    /**
     * Moves the estimates of a frame towards those of the filter.
     *
     * @param stems of {@link Estimates#fill}
     */
    void refine(int t, float[][][] stems) {
        float[] left = estimates.channels().get(0).frame(t);
        float[] right = estimates.channels().get(1).frame(t);
        double[] power = new double[Estimates.STEMS];
        for (int i = 0; i + 1 < left.length; i += 2) {
            refine(left, right, i, stems, power);
        }
    }

    private void refine(float[] left, float[] right, int i, float[][][] stems, double[] power) {
        double ll = 0;
        double rr = 0;
        double re = 0;
        double im = 0;
        for (int stem = 0; stem < power.length; stem++) {
            float[] l = stems[stem][0];
            float[] r = stems[stem][1];
            double v =
                    ((double) l[i] * l[i]
                                    + (double) l[i + 1] * l[i + 1]
                                    + (double) r[i] * r[i]
                                    + (double) r[i + 1] * r[i + 1])
                            / 2;
            power[stem] = v;
            ll += v * covariance[stem][2 * i];
            rr += v * covariance[stem][2 * i + 1];
            re += v * covariance[stem][2 * i + 2];
            im += v * covariance[stem][2 * i + 3];
        }
        double determinant = ll * rr - re * re - im * im;
        if (!(determinant > 0)) {
            return;
        }
        // w = (Σ v R)⁻¹ x, with the inverse [rr, -c; -c*, ll] / determinant and c = re + i im.
        double wlRe = (rr * left[i] - re * right[i] + im * right[i + 1]) / determinant;
        double wlIm = (rr * left[i + 1] - re * right[i + 1] - im * right[i]) / determinant;
        double wrRe = (ll * right[i] - re * left[i] - im * left[i + 1]) / determinant;
        double wrIm = (ll * right[i + 1] - re * left[i + 1] + im * left[i]) / determinant;
        for (int stem = 0; stem < power.length; stem++) {
            double v = power[stem];
            double[] r = covariance[stem];
            double sl = r[2 * i];
            double sr = r[2 * i + 1];
            double sRe = r[2 * i + 2];
            double sIm = r[2 * i + 3];
            blend(stems[stem][0], i, v * (sl * wlRe + sRe * wrRe - sIm * wrIm));
            blend(stems[stem][0], i + 1, v * (sl * wlIm + sRe * wrIm + sIm * wrRe));
            blend(stems[stem][1], i, v * (sr * wrRe + sRe * wlRe + sIm * wlIm));
            blend(stems[stem][1], i + 1, v * (sr * wrIm + sRe * wlIm - sIm * wlRe));
        }
    }

    private static void blend(float[] values, int i, double refined) {
        values[i] += (float) (STRENGTH * (refined - values[i]));
    }
}
