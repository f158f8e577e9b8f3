package auralis.dsp.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.MemorySource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.fingerprint.Dimension;
import auralis.dsp.fingerprint.Fingerprint;
import auralis.dsp.master.MasteringSettings.Shape;
import auralis.dsp.meter.Loudness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DynamicsPlanTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);

    /** All that can be wanted. */
    private static final MasteringSettings EVERYTHING =
            MasteringSettings.ADAPTIVE
                    .withTarget(-11)
                    .withCeiling(-1)
                    .withDynamics(new MasteringSettings.Dynamics(true, 1, new Shape(1, 0.8, 1.5)));

    private static TrackAnalysis music;

    @BeforeAll
    static void analyze() throws Exception {
        music =
                TrackAnalyzer.analyze(
                        new MemorySource(FORMAT, TestSignals.music(FORMAT, 6 * 44_100)),
                        Progress.NONE);
    }

    @Test
    void aHundredthOfADecibelNeverMovesAGainByATenth() {
        for (boolean firm : new boolean[] {true, false}) {
            MasteringSettings settings = firm ? EVERYTHING : gaveWay(EVERYTHING);
            for (double lufs = -14; lufs < -10; lufs += 0.57) {
                for (double crestDb = 11; crestDb < 17; crestDb += 0.71) {
                    List<Double> here = gains(settings, track(lufs, crestDb, 9, 30));
                    assertClose(gains(settings, track(lufs + 0.01, crestDb, 9, 30)), here);
                    assertClose(gains(settings, track(lufs, crestDb + 0.01, 9, 30)), here);
                }
            }
        }
        for (double range = 2; range < 20; range += 0.61) {
            List<Double> here = gains(EVERYTHING, track(-18, 17, range, 0));
            assertClose(gains(EVERYTHING, track(-18, 17, range + 0.01, 0)), here);
        }
    }

    private static MasteringSettings gaveWay(MasteringSettings settings) {
        return settings.withLoudness(new MasteringSettings.Loudness(true, 1, -11, false));
    }

    private static void assertClose(List<Double> actual, List<Double> expected) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).isCloseTo(expected.get(i), within(0.1));
        }
    }

    /** All that a plan does, in the decibels that it can do. */
    private static List<Double> gains(MasteringSettings settings, TrackAnalysis analysis) {
        MasteringPlan plan = MasteringPlanner.provisional(analysis, settings);
        MasteringPlan.Dynamics dynamics = plan.dynamics();
        List<Double> gains = new ArrayList<>(plan.tone().bandDb());
        gains.add(plan.gainDb());
        gains.add(dynamics.declipDb());
        gains.add(3.5 * Math.pow(dynamics.expansion(), 0.75));
        gains.add(3 * dynamics.compression());
        gains.add(dynamics.softClipDb());
        gains.add(20 * Math.log10(plan.width().rest()));
        return gains;
    }

    @Test
    void overCompressedMaterialIsExpandedAndNothingElse() {
        MasteringPlan.Dynamics plan = plan(EVERYTHING, track(-8.2, 8.5, 15, 0));
        assertThat(plan.expansion()).isCloseTo(0.45, within(1e-9));
        assertThat(plan.compression()).isZero();
        assertThat(plan.softClipDb()).isZero();
        assertThat(plan.declipDb()).isZero();
    }

    @Test
    void flatTopsAreLiftedWhereThereAreMany() {
        assertThat(plan(EVERYTHING, track(-8.2, 8.5, 5, 50)).declipDb()).isEqualTo(3);
        assertThat(plan(EVERYTHING, track(-8.2, 8.5, 5, 1)).declipDb()).isZero();
    }

    @Test
    void unevenMaterialIsCompressedBySettingAndOnlyWhereThereIsRoom() {
        assertThat(plan(EVERYTHING, track(-18, 18, 14, 0)).compression())
                .isCloseTo(0.8, within(1e-6));
        assertThat(plan(MasteringSettings.ADAPTIVE, track(-18, 18, 7, 0)).compression()).isZero();
        assertThat(plan(MasteringSettings.ADAPTIVE, track(-18, 18, 14, 0)).compression())
                .isBetween(0.2, 0.5);
        assertThat(plan(EVERYTHING, track(-18, 11, 14, 0)).compression()).isZero();
        MasteringSettings plain = withShape(Shape.NONE);
        assertThat(plan(plain, track(-18, 18, 20, 0)).compression()).isZero();
        assertThat(plan(plain, track(-18, 18, 20, 0)).expansion()).isZero();
    }

    @Test
    void softClippingIsForLoudTargets() {
        TrackAnalysis quiet = track(-16, 18, 5, 0);
        MasteringPlan.Dynamics loud = plan(EVERYTHING, quiet);
        assertThat(loud.softClipDb()).isEqualTo(1.5);
        // 5 dB of gain bring it to the ceiling of -1.
        assertThat(loud.softClipAtDbfs()).isCloseTo(-6, within(1e-9));
        assertThat(plan(EVERYTHING.withTarget(-14), quiet).softClipDb()).isZero();
    }

    @Test
    void theDeepestStrongToneIsFound() {
        Double[] thirds = new Double[30];
        Arrays.fill(thirds, -60.0);
        thirds[2] = -20.0; // 40 Hz
        thirds[0] = -45.0; // 25 Hz, but weak
        assertThat(DynamicsPlan.lowestToneHz(List.of(thirds))).isCloseTo(40, within(1.0));
        thirds[0] = -22.0;
        assertThat(DynamicsPlan.lowestToneHz(List.of(thirds))).isCloseTo(25, within(1.0));
        Arrays.fill(thirds, -60.0);
        thirds[10] = -20.0; // 250 Hz
        assertThat(DynamicsPlan.lowestToneHz(List.of(thirds))).isEqualTo(50);
    }

    @Test
    void switchedOffNothingIsDone() {
        MasteringSettings off =
                MasteringSettings.ADAPTIVE.withDynamics(
                        new MasteringSettings.Dynamics(false, 1, new Shape(1, 1, 1.5)));
        assertThat(plan(off, track(-8, 8, 15, 50)).isNeutral()).isTrue();
        assertThat(plan(off, track(-18, 18, 15, 50)).isNeutral()).isTrue();
    }

    private static MasteringSettings withShape(Shape shape) {
        return MasteringSettings.ADAPTIVE.withDynamics(
                new MasteringSettings.Dynamics(true, 1, shape));
    }

    private static MasteringPlan.Dynamics plan(MasteringSettings settings, TrackAnalysis track) {
        return MasteringPlanner.provisional(track, settings).dynamics();
    }

    /** The music with other readings. */
    private static TrackAnalysis track(
            double lufs, double crestDb, double rangeLu, double flatTopsPerSecond) {
        Map<Dimension, Double> values = new EnumMap<>(music.fingerprint().values());
        values.put(Dimension.CREST_DB, crestDb);
        Loudness loudness =
                new Loudness(
                        OptionalDouble.of(lufs),
                        OptionalDouble.of(rangeLu),
                        true,
                        music.loudness().maxMomentaryLufs(),
                        music.loudness().maxShortTermLufs());
        return new TrackAnalysis(
                music.format(),
                music.frames(),
                loudness,
                music.peaks(),
                new Fingerprint(values),
                music.tone(),
                music.stereo(),
                new TrackAnalysis.Dynamics(
                        OptionalDouble.of(4),
                        Math.round(flatTopsPerSecond * music.seconds()),
                        music.dynamics().bandMedianDb(),
                        music.dynamics().loudness()),
                music.waveform(),
                music.damage());
    }
}
