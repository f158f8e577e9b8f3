package auralis.dsp.separate;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Points of a mix whose stems are known: their cues, and how far masks are from the stems. The
 * error of a stem is what {@link Estimates} makes of its mask in a point, less the true spectrum;
 * that of the other instruments is the sum of the errors of the three, as they are what is left.
 * (The room of the voice at the sides is left out, so that errors are quadratic in the masks.)
 */
final class FusionPoints {
    private static final int MASKS = Estimates.OTHER;

    /** Points of low bins are taken so often, of the others a quarter of that. */
    private static final int ONE_IN = 6;

    private static final int LOW_BINS = 400;

    /** What is left has the errors of all the others. */
    static final double OTHER_WEIGHT = 2.5;

    /** Room for this much of all. */
    private static final double SHARE = 0.08;

    private final int cueCount;
    private int count;
    private final float[][] cues;

    // ---- by point: products of the masked signals with each other, with the stems, of the stems
    private final float[][][] signals = new float[MASKS][MASKS][];
    private final float[][] wanted = new float[MASKS][];
    private final float[][] wantedSum = new float[MASKS][];
    private final float[] weight;
    private final double[] energy = new double[Estimates.STEMS];
    private final double[] own = new double[Estimates.STEMS];

    private FusionPoints(int cueCount, int room) {
        this.cueCount = cueCount;
        cues = new float[cueCount][room];
        weight = new float[room];
        for (int i = 0; i < MASKS; i++) {
            wanted[i] = new float[room];
            wantedSum[i] = new float[room];
            for (int j = 0; j < MASKS; j++) {
                signals[i][j] = new float[room];
            }
        }
    }

    /**
     * @param estimates tell how masks become signals; their own masks do not matter
     * @param stems the spectra of the four stems, by stem and channel
     */
    static FusionPoints of(
            Estimates estimates, List<List<Spectra>> stems, Fusion.Cues cues, int cueCount) {
        int bins = estimates.belowVoice().length;
        int room = (int) (SHARE * estimates.frames() * bins);
        FusionPoints points = new FusionPoints(cueCount, room);
        Random random = new Random(7);
        for (int t = 0; t < estimates.frames(); t++) {
            float[][] ofFrame = cues.of(t);
            for (int bin = 1; bin < bins; bin++) {
                boolean low = bin < LOW_BINS;
                if (random.nextInt(low ? ONE_IN : 4 * ONE_IN) == 0 && points.count < room) {
                    points.add(estimates, stems, ofFrame, t, bin, low ? 1 : 4);
                }
            }
        }
        return points;
    }

    private void add(
            Estimates estimates,
            List<List<Spectra>> stems,
            float[][] ofFrame,
            int t,
            int bin,
            float ofWeight) {
        for (int cue = 0; cue < cueCount; cue++) {
            cues[cue][count] = ofFrame[cue][bin];
        }
        weight[count] = ofWeight;
        for (int c = 0; c < estimates.channels().size(); c++) {
            for (int i = 2 * bin; i <= 2 * bin + 1; i++) {
                float mix = estimates.channels().get(c).frame(t)[i];
                float common = estimates.middle()[t][i];
                float low = common + estimates.belowVoice()[bin] * (mix - common);
                float[] masked = {common, mix, low};
                float[] truth = new float[Estimates.STEMS];
                for (int stem = 0; stem < truth.length; stem++) {
                    truth[stem] = stems.get(stem).get(c).frame(t)[i];
                }
                add(masked, truth);
            }
        }
        count++;
    }

    private void add(float[] masked, float[] truth) {
        float sum = truth[0] + truth[1] + truth[2];
        for (int i = 0; i < MASKS; i++) {
            for (int j = 0; j < MASKS; j++) {
                signals[i][j][count] += masked[i] * masked[j];
            }
            wanted[i][count] += masked[i] * truth[i];
            wantedSum[i][count] += masked[i] * sum;
            own[i] += weight[count] * truth[i] * truth[i];
        }
        own[Estimates.OTHER] += weight[count] * sum * sum;
        for (int stem = 0; stem < truth.length; stem++) {
            energy[stem] += weight[count] * truth[stem] * truth[stem];
        }
    }

    /** The root mean square of each cue. */
    double[] scales() {
        double[] scales = new double[cueCount];
        for (int cue = 0; cue < cueCount; cue++) {
            double square = 1e-12;
            for (int p = 0; p < count; p++) {
                square += cues[cue][p] * cues[cue][p];
            }
            scales[cue] = Math.sqrt(square / count);
        }
        return scales;
    }

    /**
     * How far the masks of some weights are from the stems.
     *
     * @param gradient of the weighted sum of the logarithms of the errors is added to it, by stem
     *     and cue
     * @return the signal to distortion ratio of each stem in dB
     */
    double[] judge(double[][] weights, double[][] gradient) {
        float[][] masks = masks(weights);
        double[] errors = errors(masks);
        toSlopes(masks, errors);
        for (int i = 0; i < MASKS; i++) {
            for (int cue = 0; cue < cueCount; cue++) {
                gradient[i][cue] += product(cues[cue], masks[i]);
            }
        }
        double[] ratios = new double[errors.length];
        Arrays.setAll(ratios, stem -> 10 * Math.log10(energy[stem] / errors[stem]));
        return ratios;
    }

    private double product(float[] one, float[] other) {
        double sum = 0;
        for (int p = 0; p < count; p++) {
            sum += one[p] * other[p];
        }
        return sum;
    }

    private float[][] masks(double[][] weights) {
        float[][] masks = new float[MASKS][count];
        for (int i = 0; i < MASKS; i++) {
            for (int cue = 0; cue < cueCount; cue++) {
                float ofCue = (float) weights[i][cue];
                for (int p = 0; p < count; p++) {
                    masks[i][p] += ofCue * cues[cue][p];
                }
            }
        }
        for (int p = 0; p < count; p++) {
            Fusion.share(masks, p);
        }
        return masks;
    }

    private double[] errors(float[][] masks) {
        double[] errors = own.clone();
        for (int p = 0; p < count; p++) {
            for (int i = 0; i < MASKS; i++) {
                double mask = masks[i][p];
                double slope = mask * signals[i][i][p] - 2 * wanted[i][p];
                errors[i] += weight[p] * mask * slope;
                errors[Estimates.OTHER] += weight[p] * mask * (pull(masks, i, p) - wantedSum[i][p]);
            }
        }
        return errors;
    }

    /** Half the slope of the error of the other instruments by one of the masks. */
    private double pull(float[][] masks, int i, int p) {
        double pull = -wantedSum[i][p];
        for (int j = 0; j < MASKS; j++) {
            pull += masks[j][p] * signals[i][j][p];
        }
        return pull;
    }

    /**
     * From masks to the slopes of the sum of the logarithms of the errors by what is exponentiated.
     */
    private void toSlopes(float[][] masks, double[] errors) {
        double[] slopes = new double[MASKS];
        for (int p = 0; p < count; p++) {
            double mean = 0;
            for (int i = 0; i < MASKS; i++) {
                slopes[i] =
                        2 * (masks[i][p] * signals[i][i][p] - wanted[i][p]) / errors[i]
                                + 2 * OTHER_WEIGHT * pull(masks, i, p) / errors[Estimates.OTHER];
                mean += masks[i][p] * slopes[i];
            }
            for (int i = 0; i < MASKS; i++) {
                masks[i][p] *= (float) (weight[p] * (slopes[i] - mean));
            }
        }
    }
}
