package auralis.dsp.separate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FusionTest {
    private static final int RATE = 11_025;
    private static final Grid GRID = Grid.of(RATE);

    private static List<Spectra> spectra(AudioBlock sound) throws InterruptedException {
        List<Spectra> channels = new ArrayList<>();
        for (int c = 0; c < sound.channels(); c++) {
            channels.add(Spectra.of(GRID, sound.plane(c), sound.frames(), 0, Progress.NONE));
        }
        return channels;
    }

    @Test
    void withoutWeightsAllStemsGetTheSame() throws Exception {
        Fusion fusion = new Fusion(new float[3][2]);
        float[][] masks =
                fusion.masks(1, t -> new float[][] {{5, -3}, {0, 7}}, 0, Progress.NONE)[0];
        for (float[] mask : masks) {
            assertThat(mask).containsExactly(0.25f, 0.25f);
        }
    }

    @Test
    void aCueSpeaksForItsStemOnly() throws Exception {
        float[][] weights = {{0, 2}, {0, 0}, {0, 0}};
        float[][] cues = {{1, 1}, {0, 1000}};
        float[][] masks = new Fusion(weights).masks(1, t -> cues, 0, Progress.NONE)[0];
        assertThat(masks[0][0]).isEqualTo(0.25f);
        assertThat(masks[0][1]).isGreaterThan(0.999f).isLessThanOrEqualTo(1);
        assertThat(masks[1][1]).isLessThan(1e-6f);
    }

    /** The bass of a song is in the middle, that of another is not. */
    @ParameterizedTest
    @EnumSource(
            value = Cue.class,
            names = {"CENTRED.*", "MORE_CENTRED"},
            mode = EnumSource.Mode.MATCH_ANY)
    void whatIsInTheMiddleSaysNothingForTheBass(Cue cue) {
        assertThat(Cue.weights(true)[Estimates.BASS][cue.ordinal()]).isZero();
        assertThat(Cue.weights(false)[Estimates.BASS][cue.ordinal()]).isZero();
        assertThat(Cue.weights(true)[Estimates.VOCALS][cue.ordinal()]).isNotZero();
    }

    /** Of the fit: its slopes are those of what it makes smaller. */
    @Test
    void slopesAreThoseOfTheErrors() throws Exception {
        List<AudioBlock> stems = SynthSong.of(RATE, 1.5, 4);
        List<Spectra> mix = spectra(SynthSong.mix(stems));
        List<List<Spectra>> truth = new ArrayList<>();
        for (AudioBlock stem : stems) {
            truth.add(spectra(stem));
        }
        float[][] middle = Centre.of(mix.get(0), mix.get(1), Progress.NONE);
        Evidence evidence = Evidence.of(GRID, mix, middle, 0, Progress.NONE);
        Estimates estimates =
                new Estimates(
                        mix, middle, new float[evidence.frames()][][], Estimates.belowVoice(GRID));
        FusionPoints points = FusionPoints.of(estimates, truth, evidence::of, Cue.count(false));
        double[][] weights = new double[Estimates.OTHER][Cue.count(false)];
        double[][] slopes = new double[Estimates.OTHER][Cue.count(false)];
        points.judge(weights, slopes);
        for (int stem = 0; stem < slopes.length; stem++) {
            for (Cue cue : List.of(Cue.ONE, Cue.STRIKES, Cue.OCTAVES_SQUARED)) {
                int n = cue.ordinal();
                double step = 1e-3;
                weights[stem][n] = step;
                double above = error(points, weights);
                weights[stem][n] = -step;
                double below = error(points, weights);
                weights[stem][n] = 0;
                assertThat(slopes[stem][n]).isCloseTo((above - below) / (2 * step), within(0.01));
            }
        }
    }

    private static double error(FusionPoints points, double[][] weights) {
        double[] ratios = points.judge(weights, new double[weights.length][weights[0].length]);
        double others = Arrays.stream(ratios).limit(Estimates.OTHER).sum();
        double weighted = others + FusionPoints.OTHER_WEIGHT * ratios[Estimates.OTHER];
        return -weighted * Math.log(10) / 10;
    }
}
