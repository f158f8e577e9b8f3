package auralis.dsp.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Decibels;
import auralis.dsp.MemorySource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.analysis.Listening;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.effect.EffectSettings;
import auralis.dsp.effect.RackSettings;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.meter.WaveformAnalyzer;
import auralis.dsp.meter.WaveformSummary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The estimated picture beside that of the rendered track. */
class MasteredShapeTest {
    private static final StreamFormat STEREO = StreamFormat.stereo(44_100);

    /** Soft and loud passages by turns, so that the limiter has work here and none there. */
    private static float[][] track() {
        float[][] planes = TestSignals.music(STEREO, 20 * 44_100);
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= i / (2 * 44_100) % 2 == 0 ? 0.04f : 0.16f;
            }
        }
        return planes;
    }

    /** Noise with accents that the limiter has to take. */
    private static float[][] bursts() {
        float[][] planes = TestSignals.noise(STEREO, 20 * 44_100, 0.05, 3);
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= i % 22_050 < 4_410 ? 3 : 1;
            }
        }
        return planes;
    }

    @Test
    void isCloseToWhatIsRendered() throws Exception {
        Picture picture = new Picture(MasteringSettings.ADAPTIVE, track());
        assertThat(picture.levelErrorDb(0.5)).as("median").isLessThan(1.0); // 0.16
        assertThat(picture.levelErrorDb(0.95)).as("all but a few").isLessThan(2.5); // 1.82
        assertThat(picture.peakErrorDb(0.5)).as("median").isLessThan(1.0); // 0.30
        assertThat(picture.peakErrorDb(0.95)).as("all but a few").isLessThan(2.5); // 1.68
    }

    @Test
    void knowsWhatTheLimiterTakes() throws Exception {
        Picture picture = new Picture(MasteringSettings.ADAPTIVE.withTarget(-9), bursts());
        assertThat(picture.plan.medianReductionDb()).isPositive();
        assertThat(picture.levelErrorDb(0.5)).isLessThan(2.0); // 1.31
        assertThat(picture.levelErrorDb(0.95)).isLessThan(2.5); // 1.60
        for (float peak : picture.estimate.max()) {
            assertThat(peak).isLessThanOrEqualTo((float) Decibels.toGain(-1));
        }
    }

    @Test
    void anEffectThatOnlyChangesTheLevelDoesNotDeceiveIt() throws Exception {
        MasteringSettings louder =
                MasteringSettings.ADAPTIVE.withEffects(
                        RackSettings.of(new EffectSettings("gain", true, Map.of("gainDb", 9.0))));
        Picture picture = new Picture(louder, track());
        assertThat(picture.levelErrorDb(0.5)).isLessThan(1.0);
    }

    @Test
    void theUntouchedTrackKeepsItsPicture() throws Exception {
        Picture picture = new Picture(MasteringSettings.ADAPTIVE.withIntensity(0), track());
        assertThat(picture.estimate).isEqualTo(picture.original);
        assertThat(picture.rendered).isEqualTo(picture.original);
    }

    @Test
    void withoutALoudnessThePlannedGainIsDrawn() {
        float[] max = {0.1f, 0.5f};
        WaveformSummary original =
                new WaveformSummary(2, 1, new float[] {-0.2f, -0.1f}, max, new float[2]);
        MasteringPlan plan = ToneResponseTest.plan(ToneResponseTest.flat(0), 6.0206);
        WaveformSummary shape = MasteredShape.estimate(original, plan, OptionalDouble.empty());
        assertThat(original.max()).containsExactly(0.1f, 0.5f);
        assertThat(shape.min()[0]).isCloseTo(-0.4f, within(1e-3f));
        assertThat(shape.max()[0]).isCloseTo(0.2f, within(1e-3f));
        assertThat(shape.max()[1]).isCloseTo((float) Decibels.toGain(-1), within(1e-3f));
    }

    private static final class Picture {
        final WaveformSummary original;
        final WaveformSummary rendered;
        final WaveformSummary estimate;
        final MasteringPlan plan;

        Picture(MasteringSettings settings, float[][] track) throws Exception {
            MemorySource source = new MemorySource(STEREO, track);
            TrackAnalysis analysis = TrackAnalyzer.analyze(source, Progress.NONE);
            original = analysis.waveform();
            source.seek(0);
            plan = MasteringPlanner.exact(source, analysis, settings, Progress.NONE);
            source.seek(0);
            ProcessedSource chain = new ProcessedSource(source, new MasteringChain(plan));
            WaveformAnalyzer analyzer = new WaveformAnalyzer();
            Listening.listen(chain, List.of(analyzer), Progress.NONE);
            rendered = analyzer.result();
            double before = analysis.loudness().integratedLufs().orElseThrow();
            OptionalDouble after = plan.expectedLufs();
            estimate =
                    MasteredShape.estimate(
                            original,
                            plan,
                            after.isPresent()
                                    ? OptionalDouble.of(after.getAsDouble() - before)
                                    : after);
        }

        double levelErrorDb(double quantile) {
            return errorDb(estimate.rms(), rendered.rms(), quantile);
        }

        double peakErrorDb(double quantile) {
            return errorDb(estimate.max(), rendered.max(), quantile);
        }

        private static double errorDb(float[] estimate, float[] truth, double quantile) {
            double[] errors = new double[truth.length];
            for (int i = 0; i < errors.length; i++) {
                errors[i] = Math.abs(Decibels.ofGain(estimate[i] / (double) truth[i]));
            }
            Arrays.sort(errors);
            return errors[(int) (quantile * (errors.length - 1))];
        }
    }
}
