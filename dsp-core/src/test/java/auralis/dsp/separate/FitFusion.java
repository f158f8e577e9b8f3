package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Fits the weights of {@link Cue} to songs whose stems are known, so that the sum of the signal to
 * distortion ratios is greatest, by steps of Adam (D. P. Kingma, J. Ba, ICLR 2015), and tells them
 * as the lines of its source. {@code docs/bench/stems fit} runs it.
 *
 * <p>A bass may be anywhere in the stereo field, though those of the songs are in the middle: so
 * what is in the middle says nothing for it.
 */
public final class FitFusion {
    private static final int RATE = 44_100;
    private static final long[] SYNTHETIC = {31, 32, 33, 34, 35, 36};
    private static final int SYNTHETIC_SECONDS = 12;
    private static final int ROUNDS = 40;
    private static final int AT_ONCE = 4;
    private static final double STEP = 0.03;
    private static final double KEPT = 0.9;
    private static final double KEPT_SQUARE = 0.99;

    private static final List<Cue> OF_THE_FIELD =
            List.of(Cue.CENTRED, Cue.CENTRED_AROUND, Cue.MORE_CENTRED, Cue.CENTRED_BY_OCTAVES);

    private final List<List<AudioBlock>> songs;

    private FitFusion(List<List<AudioBlock>> songs) {
        this.songs = songs;
    }

    /** {@code FOLDER…} of songs, as {@link EvaluateSeparation} has them. */
    public static void main(String[] folders) throws Exception {
        List<List<AudioBlock>> songs = new ArrayList<>();
        for (String width : EvaluateSeparation.WIDTHS) {
            for (String folder : folders) {
                songs.add(EvaluateSeparation.extracts(Path.of(folder), width));
            }
            for (long seed : SYNTHETIC) {
                List<AudioBlock> song = SynthSong.of(RATE, SYNTHETIC_SECONDS, seed);
                songs.add(song.stream().map(s -> EvaluateSeparation.atWidth(s, width)).toList());
            }
        }
        new FitFusion(songs).run();
    }

    private void run() throws InterruptedException {
        double[][] atFirst = fit(points(null));
        double[][] atSecond = fit(points(new Fusion(floats(atFirst))));
        for (Cue cue : Cue.values()) {
            int n = cue.ordinal();
            System.out.printf(
                    "    %s(%s, %s),%n",
                    cue,
                    n < atFirst[0].length ? numbers(atFirst, n) : "0, 0, 0",
                    numbers(atSecond, n));
        }
    }

    private static String numbers(double[][] weights, int cue) {
        return String.format(
                Locale.ROOT, "%.3f, %.3f, %.3f", weights[0][cue], weights[1][cue], weights[2][cue]);
    }

    private static float[][] floats(double[][] values) {
        float[][] floats = new float[values.length][values[0].length];
        for (int i = 0; i < floats.length; i++) {
            for (int n = 0; n < floats[i].length; n++) {
                floats[i][n] = (float) values[i][n];
            }
        }
        return floats;
    }

    /**
     * @param first what was fitted for the first look; null to fit that
     */
    private List<FusionPoints> points(Fusion first) throws InterruptedException {
        List<FusionPoints> points = new ArrayList<>();
        for (List<AudioBlock> stems : songs) {
            points.add(points(stems, first));
        }
        return points;
    }

    private static FusionPoints points(List<AudioBlock> stems, Fusion first)
            throws InterruptedException {
        Grid grid = Grid.of(RATE);
        List<Spectra> mix = spectra(grid, SynthSong.mix(stems));
        List<List<Spectra>> truth = new ArrayList<>();
        for (AudioBlock stem : stems) {
            truth.add(spectra(grid, stem));
        }
        float[][] middle =
                mix.size() == 1
                        ? mix.get(0).frames()
                        : Centre.of(mix.get(0), mix.get(1), Progress.NONE);
        Evidence evidence = Evidence.of(grid, mix, middle, 0, Progress.NONE);
        float[] belowVoice = Estimates.belowVoice(grid);
        float[][][] masks =
                first == null
                        ? new float[evidence.frames()][][]
                        : first.masks(evidence.frames(), evidence::of, 0, Progress.NONE);
        Estimates estimates = new Estimates(mix, middle, masks, belowVoice);
        if (first == null) {
            return FusionPoints.of(estimates, truth, evidence::of, Cue.count(false));
        }
        FirstLook look = FirstLook.of(grid, estimates, 0, Progress.NONE);
        return FusionPoints.of(estimates, truth, t -> evidence.of(t, look), Cue.count(true));
    }

    private static List<Spectra> spectra(Grid grid, AudioBlock sound) throws InterruptedException {
        List<Spectra> channels = new ArrayList<>();
        for (int c = 0; c < sound.channels(); c++) {
            channels.add(Spectra.of(grid, sound.plane(c), sound.frames(), 0, Progress.NONE));
        }
        return channels;
    }

    private static double[][] fit(List<FusionPoints> songs) {
        Descent descent = new Descent(scales(songs));
        List<FusionPoints> order = new ArrayList<>(songs);
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (int from = 0; from < order.size(); from += AT_ONCE) {
                List<FusionPoints> some =
                        order.subList(from, Math.min(order.size(), from + AT_ONCE));
                descent.go(gradient(some, descent.weights), some.size(), step(round));
                letBassBeAnywhere(descent.weights);
            }
        }
        tell(songs, descent.weights);
        return descent.weights;
    }

    private static double step(int round) {
        return round < 0.6 * ROUNDS ? STEP : round < 0.85 * ROUNDS ? STEP / 5 : STEP / 20;
    }

    /** Steps of Adam by weights that are equally large where their cues are. */
    private static final class Descent {
        private final double[] scales;
        private final double[][] weights;
        private final double[][] mean;
        private final double[][] square;
        private int steps;

        Descent(double[] scales) {
            this.scales = scales;
            weights = new double[Estimates.OTHER][scales.length];
            mean = new double[weights.length][scales.length];
            square = new double[weights.length][scales.length];
        }

        void go(double[][] gradient, int songs, double step) {
            steps++;
            for (int i = 0; i < weights.length; i++) {
                for (int n = 0; n < scales.length; n++) {
                    weights[i][n] -=
                            step * direction(i, n, gradient[i][n] / scales[n] / songs) / scales[n];
                }
            }
        }

        private double direction(int i, int n, double slope) {
            mean[i][n] += (1 - KEPT) * (slope - mean[i][n]);
            square[i][n] += (1 - KEPT_SQUARE) * (slope * slope - square[i][n]);
            double root = Math.sqrt(square[i][n] / (1 - Math.pow(KEPT_SQUARE, steps)));
            return mean[i][n] / (1 - Math.pow(KEPT, steps)) / (root + 1e-8);
        }
    }

    private static double[] scales(List<FusionPoints> songs) {
        double[] scales = songs.get(0).scales();
        for (FusionPoints song : songs.subList(1, songs.size())) {
            double[] ofSong = song.scales();
            for (int n = 0; n < scales.length; n++) {
                scales[n] = Math.hypot(scales[n], ofSong[n]);
            }
        }
        for (int n = 0; n < scales.length; n++) {
            scales[n] /= Math.sqrt(songs.size());
        }
        return scales;
    }

    private static double[][] gradient(List<FusionPoints> songs, double[][] weights) {
        List<double[][]> parts =
                songs.parallelStream()
                        .map(
                                song -> {
                                    double[][] part = new double[weights.length][weights[0].length];
                                    song.judge(weights, part);
                                    return part;
                                })
                        .toList();
        double[][] sum = new double[weights.length][weights[0].length];
        for (double[][] part : parts) {
            for (int i = 0; i < sum.length; i++) {
                for (int n = 0; n < sum[i].length; n++) {
                    sum[i][n] += part[i][n];
                }
            }
        }
        return sum;
    }

    private static void letBassBeAnywhere(double[][] weights) {
        for (Cue cue : OF_THE_FIELD) {
            weights[Estimates.BASS][cue.ordinal()] = 0;
        }
    }

    private static void tell(List<FusionPoints> songs, double[][] weights) {
        double[] sums = new double[Estimates.STEMS];
        for (FusionPoints song : songs) {
            double[] ratios = song.judge(weights, new double[weights.length][weights[0].length]);
            for (int stem = 0; stem < sums.length; stem++) {
                sums[stem] += ratios[stem] / songs.size();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "SDR of the masks: %.2f %.2f %.2f %.2f dB%n",
                sums[0],
                sums[1],
                sums[2],
                sums[3]);
    }
}
